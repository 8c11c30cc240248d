"""Where an office must not lie, on the PCs of a town and on a developer's machine."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from renkei_desktop.store import vault
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.store.location import Drive, LinuxDrives, location_doubt, this_machine
from renkei_desktop.store.windows_drives import WindowsDrives
from tests.store.offices import CLERK, PASSWORD, Place, sentence_of


class FakePC:
    """A Windows PC with a stick in E:, a share in H: and a synchronised folder."""

    def drive_of(self, path: PurePath) -> Drive:
        return {"C:": Drive.FIXED, "E:": Drive.REMOVABLE, "H:": Drive.NETWORK}.get(
            path.drive, Drive.UNKNOWN
        )

    def synchronised(self) -> tuple[PurePath, ...]:
        return (PureWindowsPath(r"C:\Users\職員\会社の雲"),)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (r"E:\見本町.renkei", "USBメモリー"),
        (r"H:\福祉\見本町.renkei", "ネットワーク"),
        (r"C:\Users\職員\OneDrive\見本町.renkei", "OneDrive"),
        (r"C:\Users\職員\OneDrive - 見本町役場\見本町.renkei", "OneDrive"),
        (r"C:\Users\職員\Dropbox\見本町.renkei", "同期"),
        (r"C:\Users\職員\Google Drive\見本町.renkei", "同期"),
        (r"C:\Users\職員\iCloudDrive\見本町.renkei", "同期"),
        (r"C:\Users\職員\会社の雲\見本町.renkei", "同期"),
    ],
)
def test_places_that_lose_data_are_refused_in_words(path: str, words: str) -> None:
    doubt = location_doubt(PureWindowsPath(path), FakePC())
    assert doubt is not None
    assert words in doubt.what
    assert doubt.kept
    assert doubt.todo


@pytest.mark.parametrize("path", [r"C:\Users\職員\Documents\見本町.renkei", r"Z:\見本町.renkei"])
def test_a_folder_of_the_pc_is_fine(path: str) -> None:
    assert location_doubt(PureWindowsPath(path), FakePC()) is None


@pytest.mark.parametrize(
    ("answer", "drive"),
    [
        (2, Drive.REMOVABLE),
        (3, Drive.FIXED),
        (4, Drive.NETWORK),
        (5, Drive.REMOVABLE),
        (1, Drive.UNKNOWN),
    ],
)
def test_what_windows_says_of_a_drive(answer: int, drive: Drive) -> None:
    asked: list[str] = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return answer

    pc = WindowsDrives(drive_type, {})
    assert pc.drive_of(PureWindowsPath(r"D:\見本町.renkei")) is drive
    assert asked == ["D:\\"]


def test_a_share_without_a_letter_is_a_network() -> None:
    pc = WindowsDrives(lambda root: 3, {})
    assert pc.drive_of(PureWindowsPath(r"\\server\fukushi\見本町.renkei")) is Drive.NETWORK


def test_windows_announces_the_folder_of_onedrive() -> None:
    pc = WindowsDrives(lambda root: 3, {"OneDriveCommercial": r"D:\雲", "PATH": r"D:\bin"})
    assert pc.synchronised() == (PureWindowsPath(r"D:\雲"),)


@pytest.fixture
def linux(tmp_path: Path) -> LinuxDrives:
    """A system with a disk, a stick on USB, a card, a share and a folder with a blank."""
    blocks = tmp_path / "blocks"
    usb = tmp_path / "devices" / "usb1" / "1-2" / "block" / "sdb" / "sdb1"
    card = tmp_path / "devices" / "mmc" / "block" / "mmcblk0" / "mmcblk0p1"
    disk = tmp_path / "devices" / "ata" / "block" / "sda" / "sda1"
    blocks.mkdir()
    for folder, removable in ((usb, "0"), (card, "1"), (disk, "0")):
        folder.mkdir(parents=True)
        (folder.parent / "removable").write_text(f"{removable}\n")
        (blocks / folder.name).symlink_to(folder)
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "/dev/sdb1 /media/職員/KINGSTON vfat rw 0 0\n"
        "/dev/mmcblk0p1 /media/職員/my\\040card vfat rw 0 0\n"
        "//server/share /mnt/職員 cifs rw 0 0\n"
        "tmpfs /run tmpfs rw 0 0\n"
    )
    return LinuxDrives(mounts, blocks)


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/職員/見本町.renkei", Drive.FIXED),
        ("/media/職員/KINGSTON/見本町.renkei", Drive.REMOVABLE),
        ("/media/職員/my card/見本町.renkei", Drive.REMOVABLE),
        ("/mnt/職員/見本町.renkei", Drive.NETWORK),
        ("/run/見本町.renkei", Drive.UNKNOWN),
    ],
)
def test_what_linux_says_of_a_folder(linux: LinuxDrives, path: str, drive: Drive) -> None:
    assert linux.drive_of(PurePosixPath(path)) is drive


def test_a_system_that_tells_nothing_hinders_nobody(tmp_path: Path) -> None:
    linux = LinuxDrives(tmp_path / "no mounts", tmp_path / "no blocks")
    assert location_doubt(PurePosixPath("/home/職員"), linux) is None


def test_the_place_of_these_tests_is_fine(tmp_path: Path) -> None:
    assert location_doubt(tmp_path, this_machine()) is None


class OnAStick(FakePC):
    def drive_of(self, path: PurePath) -> Drive:
        return Drive.REMOVABLE


def test_an_office_is_neither_made_nor_opened_on_a_stick(place: Place) -> None:
    def create() -> object:
        return vault.create(
            place.folder,
            clerk=CLERK,
            password=PASSWORD,
            cost=KdfCost.practice(),
            clock=place.clock,
            marks=place.marks,
            machine=OnAStick(),
        )

    assert "USBメモリー" in sentence_of(create).what
    assert not place.folder.exists()
    place.create().close()
    opening = vault.open_with_password
    error = sentence_of(
        lambda: opening(
            place.folder,
            CLERK,
            PASSWORD,
            clock=place.clock,
            marks=place.marks,
            machine=OnAStick(),
        )
    )
    assert "USBメモリー" in error.what
