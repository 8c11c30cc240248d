"""Given names with their readings, by the generation that got them."""

from __future__ import annotations

from functools import cache

from renkei_desktop.domain.choice import Sex

GivenName = tuple[str, str]
"""How it is written, and its reading in hiragana."""

_UNTIL = (1939, 1954, 1969, 1984, 1999, 2012, 9999)
"""The last year of birth of each generation."""

_WOMEN = (
    """フミふみ トミとみ キヨきよ ハルはる ミヨみよ ヨシよし トシとし ツルつる ウメうめ キミきみ
    サダさだ ミツみつ テルてる シズしず タケたけ チヨちよ イトいと ノブのぶ スミすみ ナカなか
    キクきく 花子はなこ 千代ちよ 文子ふみこ 芳子よしこ 静枝しずえ 美代みよ 八重子やえこ 久江ひさえ
    ハナはな マツまつ""",
    """和子かずこ 節子せつこ 幸子さちこ 洋子ようこ 弘子ひろこ 美智子みちこ 京子きょうこ 恵子けいこ
    信子のぶこ 勝子かつこ 悦子えつこ 昭子あきこ 良子りょうこ 久子ひさこ 敏子としこ 千恵子ちえこ
    光子みつこ 紀子のりこ 孝子たかこ 照子てるこ 惠子けいこ 榮子えいこ 妙子たえこ 郁子いくこ
    静江しずえ 富士子ふじこ 喜久枝きくえ""",
    """由美子ゆみこ 明美あけみ 真由美まゆみ 久美子くみこ 裕子ゆうこ 智子ともこ 陽子ようこ
    直美なおみ 恵美えみ 典子のりこ 純子じゅんこ 美香みか 優子ゆうこ 浩美ひろみ 里美さとみ
    千春ちはる 幸恵ゆきえ 加代子かよこ みゆきみゆき 眞理子まりこ 洋美ひろみ 律子りつこ
    小百合さゆり""",
    """香織かおり 恵けい 美穂みほ 麻衣まい 愛あい 千尋ちひろ 綾あや さやかさやか 友美ともみ 彩あや
    舞まい 奈緒なお 由佳ゆか 真希まき 亜希子あきこ 理恵りえ 志保しほ 美咲みさき 瞳ひとみ
    裕美ひろみ""",
    """美咲みさき 葵あおい 七海ななみ 彩花あやか 萌もえ 遥はるか 未来みく 優花ゆうか 楓かえで
    茜あかね 桃子ももこ 真央まお 夏希なつき 玲奈れな 明日香あすか 沙織さおり 杏奈あんな
    千夏ちなつ""",
    """結衣ゆい 心愛ここあ 陽菜ひな 結菜ゆいな 美羽みう 凛りん さくらさくら 莉子りこ 葵あおい
    愛莉あいり 優奈ゆうな 美桜みお 杏あん 心結みゆ 琴音ことね""",
    """陽葵ひまり 紬つむぎ 澪みお 芽依めい 凪なぎ 結月ゆづき 咲茉えま 翠すい 依茉えま 一花いちか
    詩うた 莉央りお 風花ふうか 柚葉ゆずは""",
)

_MEN = (
    """清きよし 正ただし 茂しげる 勇いさむ 実みのる 三郎さぶろう 正雄まさお 義雄よしお 武雄たけお
    武たけし 一男かずお 久雄ひさお 正一しょういち 辰雄たつお 𠮷男よしお 吉男よしお 榮えい
    善作ぜんさく 寅吉とらきち 金次郎きんじろう 末吉すえきち 重雄しげお 哲夫てつお 忠ただし
    喜一きいち 留吉とめきち 壽ひさし 幸吉こうきち""",
    """勝まさる 博ひろし 進すすむ 隆たかし 昭あきら 功いさお 勲いさお 和夫かずお 英雄ひでお
    幸雄ゆきお 敏雄としお 国男くにお 光雄みつお 健二けんじ 昭二しょうじ 孝たかし 誠まこと 修おさむ
    弘ひろし 紀夫のりお 征二せいじ 和男かずお 眞一しんいち 德雄とくお 利夫としお 豊ゆたか 稔みのる
    久男ひさお""",
    """誠まこと 浩ひろし 修おさむ 隆たかし 健一けんいち 浩二こうじ 和彦かずひこ 博之ひろゆき
    達也たつや 哲也てつや 学まなぶ 徹とおる 聡さとし 秀樹ひでき 英樹ひでき 浩一こういち 直樹なおき
    剛つよし 真一しんいち 雅彦まさひこ 政人まさと 茂樹しげき 広志ひろし""",
    """大輔だいすけ 健太けんた 誠まこと 直樹なおき 拓也たくや 亮りょう 剛ごう 健太郎けんたろう
    哲平てっぺい 祐介ゆうすけ 大介だいすけ 和也かずや 洋平ようへい 慎吾しんご 智也ともや 純じゅん
    淳あつし 賢治けんじ""",
    """翔太しょうた 拓海たくみ 大輝だいき 翔しょう 健太けんた 海斗かいと 蓮れん 亮太りょうた
    駿しゅん 優太ゆうた 航こう 陸りく 大地だいち 雄大ゆうだい 涼介りょうすけ 和真かずま""",
    """大翔ひろと 悠斗ゆうと 颯太そうた 陽斗はると 蓮れん 悠真ゆうま 湊みなと 樹いつき 結翔ゆいと
    陽向ひなた 大和やまと 瑛太えいた 朝陽あさひ""",
    """碧あお 湊みなと 律りつ 蒼あおい 暖だん 朝陽あさひ 陽翔はると 颯そう 新あらた 伊織いおり
    凪なぎ 樹いつき 蓮れん""",
)

_ABROAD = {
    Sex.FEMALE: (("リン", "りん"), ("マリア", "まりあ"), ("フオン", "ふおん")),
    Sex.MALE: (("ミン", "みん"), ("ホセ", "ほせ"), ("ナム", "なむ")),
}


@cache
def given_names(sex: Sex, born: int) -> tuple[GivenName, ...]:
    """The names that were given to girls or boys of that year."""
    generation = next(i for i, last in enumerate(_UNTIL) if born <= last)
    table = _WOMEN if sex is Sex.FEMALE else _MEN
    return tuple(_split(word) for word in table[generation].split())


def names_from_abroad(sex: Sex) -> tuple[GivenName, ...]:
    return _ABROAD[Sex.FEMALE if sex is Sex.FEMALE else Sex.MALE]


def _split(word: str) -> GivenName:
    """`フミふみ` in its two parts; a name in hiragana stands there twice."""
    half = len(word) // 2
    if word[:half] == word[half:]:
        return word[:half], word[half:]
    start = len(word)
    while start and "ぁ" <= word[start - 1] <= "ん":
        start -= 1
    return word[:start], word[start:]
