"""Who answers for which kind of resource: roles, dress, and when not to call."""

from __future__ import annotations

from renkei_desktop.practice.portrait.look import Dress

ROLES = {
    "town_office": (("福祉係長", Dress.SUIT), ("保健師", Dress.CARDIGAN)),
    "support_center": (("主任ケアマネジャー", Dress.CARDIGAN), ("社会福祉士", Dress.CARDIGAN)),
    "hospital": (("医療相談員", Dress.TUNIC), ("事務長", Dress.SUIT)),
    "dental": (("歯科衛生士", Dress.TUNIC),),
    "pharmacy": (("管理薬剤師", Dress.TUNIC),),
    "visiting_nurse": (("管理者（看護師）", Dress.TUNIC),),
    "home_help": (("サービス提供責任者", Dress.APRON),),
    "day_care": (("生活相談員", Dress.JACKET),),
    "day_rehab": (("理学療法士", Dress.TUNIC),),
    "short_stay": (("相談員", Dress.CARDIGAN),),
    "care_manager": (("ケアマネジャー", Dress.CARDIGAN),),
    "special_home": (("施設長", Dress.SUIT),),
    "health_facility": (("支援相談員", Dress.CARDIGAN),),
    "group_home": (("管理者", Dress.APRON),),
    "disability": (("サービス管理責任者", Dress.JACKET),),
    "welfare_council": (("地域福祉係", Dress.JACKET), ("事務局長", Dress.SUIT)),
    "fire": (("警防係長", Dress.UNIFORM),),
    "police": (("地域係長", Dress.UNIFORM),),
    "oxygen_dealer": (("営業所長", Dress.JACKET),),
    "salon": (("世話人", Dress.APRON),),
    "meals": (("代表", Dress.APRON),),
    "transport": (("代表", Dress.JACKET),),
    "senior_club": (("会長", Dress.CARDIGAN),),
    "snow": (("世話役", Dress.JACKET),),
    "volunteer": (("代表", Dress.CARDIGAN),),
    "family_group": (("代表", Dress.CARDIGAN),),
    "disaster_group": (("会長", Dress.JACKET),),
}
"""By the type of the resource: what somebody is there, and what she wears."""

ANY_ROLE = (("店主", Dress.APRON),)

AVOID_HOURS = {
    "hospital": ("8:30–11:30（外来）", "月曜の午前"),
    "dental": ("診療の間。昼 12:30–13:30 ならよい",),
    "pharmacy": ("10:00–12:00（外来の後）",),
    "visiting_nurse": ("9:00–15:30（訪問中）",),
    "home_help": ("7:00–9:00、17:00–19:00（訪問中）",),
    "day_care": ("8:15–9:30、16:00–17:15（送迎）",),
    "day_rehab": ("9:00–9:45、15:15–16:00（送迎）",),
    "care_manager": ("月初の1日〜10日（請求）", "午後（訪問）"),
    "fire": ("8:30–9:00（交替）",),
    "police": ("8:45–9:15（引継ぎ）",),
    "shop": ("朝の仕入れの間", "17:00–18:00"),
    "cafe": ("11:30–13:30",),
    "barber": ("土曜・日曜",),
}
ANY_AVOID_HOURS = ("12:00–13:00", "夜8時以降", "木曜の午後", "水曜は休み", "朝8時前")

BEST_WAYS = (
    "電話より FAX", "朝 8:30 から 9:00 の電話", "携帯へ。出なければ留守番電話に",
    "窓口で会って話す",
    "FAX のあとに電話を一本", "午後2時ごろの電話", "事務の人に伝言", "急ぎは代表の電話へ",
)  # fmt: skip
