"""A list against the ledger: new, the same, changed, doubtful or wrong, each with its reason."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.phone import Phone
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.intake.compare import preview
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.plan import Change, KnownPerson, PlannedRow, Preview, Verdict
from renkei_desktop.intake.problem import doubtful, remark, wrong
from renkei_desktop.intake.residents import IncomingPerson
from renkei_desktop.work import Stopped

BIRTH = PartialDate(1942, 4, 2)
HANAKO = KnownPerson(
    id="p1",
    name="髙橋　花子",
    reading="たかはし はなこ",
    birth=BIRTH,
    address="本町1-2",
    phones=("0164-35-2111",),
    association_id="a1",
    external_code="0101",
    household_id="h1",
)
PLACES = {"本町": "a1", "旭町": "a2"}
ROW = IncomingPerson(
    row_number=2,
    name="髙橋 花子",
    reading="たかはし はなこ",
    birth=BIRTH,
    address="本町１－２",
    phones=(Phone("0164-35-2111"),),
    association_name="本町",
    external_code="101",
)
OTHER = IncomingPerson(
    row_number=9, name="見本 一郎", reading="みほん いちろう", birth=PartialDate(1950, 1, 1)
)


def planned(*incoming: IncomingPerson, known: Sequence[KnownPerson] = (HANAKO,)) -> Preview:
    return preview(incoming, known, PLACES)


def only(row: IncomingPerson, known: Sequence[KnownPerson] = (HANAKO,)) -> PlannedRow:
    (found,) = planned(row, known=known).rows
    return found


def test_other_widths_and_spaces_are_no_change() -> None:
    row = only(ROW)
    assert (row.verdict, row.person_id, row.changes) == (Verdict.SAME, "p1", ())


def test_somebody_nobody_knows_is_new() -> None:
    row = only(OTHER)
    assert (row.verdict, row.person_id, row.reasons) == (Verdict.NEW, None, ())


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"reading": "たかばし はなこ"}, (Target.READING, "たかはし はなこ", "たかばし はなこ")),
        ({"address": "旭町3"}, (Target.ADDRESS, "本町1-2", "旭町3")),
        (
            {"phones": (Phone("0164-35-2111"), Phone("090-1111-2222"))},
            (Target.PHONE, "0164-35-2111", "090-1111-2222"),
        ),
        ({"association_name": "旭町"}, (Target.ASSOCIATION, "本町", "旭町")),
        (
            {"birth": PartialDate(1943, 4, 2)},
            (Target.BIRTH, "昭和17年4月2日", "昭和18年4月2日"),
        ),
    ],
)
def test_a_change_says_old_and_new(fields: dict[str, object], change: tuple[object, ...]) -> None:
    row = only(replace(ROW, **fields))  # type: ignore[arg-type]
    assert row.verdict is Verdict.CHANGED
    assert row.changes == (Change(*change),)  # type: ignore[arg-type]
    assert row.person_id == "p1"


def test_what_the_list_does_not_say_is_not_cleared() -> None:
    bare = IncomingPerson(row_number=2, name="髙橋花子", birth=BIRTH)
    row = only(bare)
    assert (row.verdict, row.changes) == (Verdict.SAME, ())


def test_a_birth_known_to_the_day_is_not_made_vaguer() -> None:
    row = only(replace(ROW, birth=PartialDate(1942, 4)))
    assert (row.verdict, row.changes) == (Verdict.SAME, ())


def test_a_birth_becomes_more_exact_only_after_a_look() -> None:
    vague = replace(HANAKO, birth=PartialDate(1942), external_code=None)
    row = only(replace(ROW, external_code=None), [vague])
    assert row.verdict is Verdict.DOUBTFUL
    assert row.reasons == ("同じ名前の人がいますが、生年月日がそろっていません。",)
    assert row.changes == (Change(Target.BIRTH, "昭和17年", "昭和17年4月2日"),)


def test_another_spelling_of_the_same_name_is_doubtful() -> None:
    row = only(replace(ROW, name="高橋 花子", external_code=None))
    assert row.verdict is Verdict.DOUBTFUL
    assert row.reasons == ("生年月日が同じで名前の字が違います（髙/高）。",)
    assert row.changes == (Change(Target.NAME, "髙橋　花子", "高橋 花子"),)
    assert row.person_id == "p1"


def test_variation_selectors_are_a_spelling_of_their_own() -> None:
    row = only(replace(ROW, name="髙\U000e0100橋 花子"))
    assert row.verdict is Verdict.DOUBTFUL
    assert "名前の字が違います" in row.reasons[0]


def test_two_people_of_one_name_and_birth() -> None:
    twins = [replace(HANAKO, external_code=None), replace(HANAKO, id="p2", external_code=None)]
    row = only(ROW, twins)
    assert row.verdict is Verdict.DOUBTFUL
    assert row.reasons == ("同じ名前と生年月日の人が2人います。",)
    assert (row.person_id, row.candidates) == (None, ("p1", "p2"))


def test_the_code_decides_between_them() -> None:
    twins = [replace(HANAKO, external_code="0100"), replace(HANAKO, id="p2")]
    assert only(ROW, twins).person_id == "p2"
    assert only(ROW, twins).verdict is Verdict.SAME


def test_one_code_for_two_people_of_the_ledger() -> None:
    row = only(ROW, [HANAKO, replace(HANAKO, id="p2")])
    assert row.reasons[0] == "同じ住民コードの人が2人います。"
    assert row.verdict is Verdict.DOUBTFUL


def test_a_code_with_another_name_and_birth_is_doubtful() -> None:
    row = only(replace(OTHER, external_code="101"))
    assert row.verdict is Verdict.DOUBTFUL
    assert row.reasons[0] == "住民コードは同じですが、氏名も生年月日も違います（髙橋　花子）。"


def test_a_code_with_another_name_and_the_same_birth_is_a_new_name_perhaps() -> None:
    row = only(replace(ROW, name="見本 花子"))
    assert row.verdict is Verdict.DOUBTFUL
    assert row.reasons == ("氏名が違います（髙橋　花子→見本 花子）。",)


def test_name_and_birth_agree_but_the_code_does_not() -> None:
    row = only(replace(ROW, external_code="999"))
    assert row.verdict is Verdict.DOUBTFUL
    assert row.reasons == ("名前と生年月日は同じですが、住民コードが違います。",)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"name": "高端 華子", "birth": BIRTH, "reading": "たかはしはなこ"},
            "同じよみと生年月日の人がいます（髙橋　花子）。",
        ),
        (
            {"name": "高端 華子", "birth": None, "reading": "タカハシ ハナコ"},
            "同じよみと住所の人がいます（髙橋　花子）。",
        ),
        (
            {"name": "見本 花", "birth": BIRTH, "reading": None, "address": None},
            "同じ電話で、よみか生年月日も同じ人がいます（髙橋　花子）。",
        ),
    ],
)
def test_other_signs_make_a_row_doubtful(fields: dict[str, object], reason: str) -> None:
    row = only(replace(ROW, external_code=None, **fields))  # type: ignore[arg-type]
    assert row.verdict is Verdict.DOUBTFUL
    assert reason in row.reasons
    assert (row.person_id, row.candidates) == (None, ("p1",))


def test_a_family_shares_its_telephone() -> None:
    row = only(replace(OTHER, phones=(Phone("0164-35-2111"),)))
    assert row.verdict is Verdict.NEW
    assert row.reasons == ("同じ電話の人がいます（髙橋　花子）。",)


def test_a_namesake_of_another_age_is_somebody_else() -> None:
    row = only(
        IncomingPerson(row_number=2, name="髙橋花子", birth=PartialDate(1980, 1, 1), address="旭町")
    )
    assert row.verdict is Verdict.NEW


def test_a_wrong_row_is_not_compared() -> None:
    row = only(replace(ROW, problems=(wrong("生年月日: 2月30日はありません。"),)))
    assert (row.verdict, row.person_id) == (Verdict.WRONG, None)
    assert row.reasons == ("生年月日: 2月30日はありません。",)


def test_a_doubtful_row_waits_unless_it_changes_nothing() -> None:
    doubt = (doubtful("氏名に半角カナがあります。"),)
    assert only(replace(OTHER, problems=doubt)).verdict is Verdict.DOUBTFUL
    assert only(replace(ROW, problems=doubt)).verdict is Verdict.SAME
    assert only(replace(ROW, address="旭町", problems=doubt)).verdict is Verdict.DOUBTFUL


def test_a_remark_does_not_hold_a_row_back() -> None:
    row = only(replace(OTHER, problems=(remark("よみの半角カナを直しました。"),)))
    assert row.verdict is Verdict.NEW
    assert row.reasons == ("よみの半角カナを直しました。",)


def test_the_same_person_twice_in_the_list() -> None:
    again = replace(OTHER, row_number=12, name="見本一郎")
    first, second = planned(OTHER, again).rows
    assert first.verdict is Verdict.NEW
    assert second.verdict is Verdict.DOUBTFUL
    assert second.reasons == ("9行目と同じ人のようです。",)


def test_a_wrong_row_is_nobodys_double() -> None:
    first, second = planned(
        replace(OTHER, problems=(wrong("x"),)), replace(OTHER, row_number=12)
    ).rows
    assert (first.verdict, second.verdict) == (Verdict.WRONG, Verdict.NEW)


def test_two_rows_about_one_person_of_the_ledger() -> None:
    other_name = replace(ROW, row_number=5, name="高橋 花子", external_code=None)
    by_code = replace(ROW, birth=None, name="髙橋 はな子")
    first, second = planned(by_code, other_name).rows
    assert first.person_id == second.person_id == "p1"
    assert second.verdict is Verdict.DOUBTFUL
    assert "2行目も台帳の同じ人を指しています。" in second.reasons


def test_unknown_associations_are_counted() -> None:
    rows = [replace(OTHER, row_number=n, name=f"見本{n}", association_name="緑町") for n in (2, 3)]
    plan = planned(*rows, replace(ROW, row_number=4))
    assert dict(plan.unknown_associations) == {"緑町": 2}
    assert plan.rows[0].verdict is Verdict.NEW
    assert plan.rows[0].reasons == ("町内会「緑町」はまだ登録されていません。",)
    assert plan.rows[2].association_id == "a1"


def test_the_counts_and_the_words() -> None:
    plan = planned(ROW, OTHER)
    assert plan.counts == {
        Verdict.NEW: 1,
        Verdict.SAME: 1,
        Verdict.CHANGED: 0,
        Verdict.DOUBTFUL: 0,
        Verdict.WRONG: 0,
    }
    assert [row.incoming for row in plan.of(Verdict.NEW)] == [OTHER]
    assert all(verdict.label for verdict in Verdict)


def test_comparing_can_be_stopped() -> None:
    def stop(done: int, total: int | None, label: str) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        preview([replace(OTHER, row_number=n) for n in range(2_000)], (), {}, stop)


names = st.sampled_from(["髙橋 花子", "高橋花子", "見本 一郎", "ﾐﾎﾝ", "佐藤 花"])
births = st.sampled_from([None, BIRTH, PartialDate(1942), PartialDate(1950, 1, 1)])
readings = st.sampled_from([None, "たかはし はなこ", "みほん いちろう"])
codes = st.sampled_from([None, "101", "102"])
numbers = st.sampled_from([(), ("0164-35-2111",), ("090-1111-2222",)])


@st.composite
def incoming_rows(draw: st.DrawFn) -> list[IncomingPerson]:
    return [
        IncomingPerson(
            row_number=n,
            name=draw(names),
            reading=draw(readings),
            birth=draw(births),
            external_code=draw(codes),
            phones=tuple(map(Phone, draw(numbers))),
        )
        for n in range(2, 2 + draw(st.integers(0, 6)))
    ]


@st.composite
def known_people(draw: st.DrawFn) -> list[KnownPerson]:
    return [
        KnownPerson(
            id=f"p{n}",
            name=draw(names),
            reading=draw(readings),
            birth=draw(births),
            external_code=draw(codes),
            phones=draw(numbers),
        )
        for n in range(draw(st.integers(0, 5)))
    ]


@given(incoming_rows(), known_people())
def test_every_row_has_a_verdict_that_holds_together(
    rows: list[IncomingPerson], known: list[KnownPerson]
) -> None:
    plan = preview(rows, known, {})
    ids = {person.id for person in known}
    assert [row.incoming for row in plan.rows] == rows
    for row in plan.rows:
        assert {*row.candidates, *([row.person_id] if row.person_id else [])} <= ids
        assert (row.verdict is Verdict.NEW) <= (row.person_id is None)
        assert (row.verdict is Verdict.CHANGED) <= bool(row.changes and row.person_id)
        assert (row.verdict is Verdict.SAME) <= (row.person_id is not None and not row.changes)
        assert (row.verdict is Verdict.DOUBTFUL) <= bool(row.reasons)
    certain = [r.person_id for r in plan.rows if r.verdict in (Verdict.CHANGED, Verdict.SAME)]
    assert len(certain) == len(set(certain))


@given(known_people())
def test_a_list_written_from_the_ledger_changes_nothing(known: list[KnownPerson]) -> None:
    rows = [
        IncomingPerson(
            row_number=n,
            name=person.name,
            reading=person.reading,
            birth=person.birth,
            external_code=person.external_code,
            phones=tuple(map(Phone, person.phones)),
        )
        for n, person in enumerate(known, start=2)
    ]
    for row in preview(rows, known, {}).rows:
        assert row.verdict in (Verdict.SAME, Verdict.DOUBTFUL)


def test_what_everybody_shares_costs_no_time() -> None:
    known = [replace(HANAKO, id=f"p{n}", birth=None, external_code=None) for n in range(10_000)]
    rows = [replace(ROW, row_number=n, external_code=None) for n in range(2, 10_002)]
    begin = time.perf_counter()
    plan = preview(rows, known, PLACES)
    assert time.perf_counter() - begin < 60
    assert plan.counts[Verdict.DOUBTFUL] == 10_000


def test_twenty_thousand_rows_meet_twenty_thousand_people_in_seconds() -> None:
    known = [
        KnownPerson(
            id=f"p{n}",
            name=f"髙橋　花子{n}",
            reading="たかはし はなこ",
            birth=PartialDate(1930 + n % 70, 1 + n % 12, 1 + n % 28),
            address=f"本町{n}",
            phones=(f"0164-35-{n % 10000:04}",),
        )
        for n in range(20_000)
    ]
    rows = [
        IncomingPerson(
            row_number=n + 2,
            name=f"高橋 花子{n + 10_000}",
            reading="たかはし はなこ",
            birth=PartialDate(1930 + n % 70, 1 + n % 12, 1 + n % 28),
            address=f"本町{n}番地",
            phones=(Phone(f"0164-35-{n % 10000:04}"),),
        )
        for n in range(20_000)
    ]
    begin = time.perf_counter()
    plan = preview(rows, known, PLACES)
    assert time.perf_counter() - begin < 60
    assert sum(plan.counts.values()) == 20_000
