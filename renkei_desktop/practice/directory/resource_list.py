"""The directory of the practice town, as somebody there would write it down.

Each line: name | reading | type | where | what it can do. `where` is the key of a landmark,
`hall` with the name of an association, `near` with one (a spot in the open), or `store`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei_desktop.domain.choice import ResourceClass

_FORMAL = """
見本町役場保健福祉課|みほんちょうやくばほけんふくしか|town_office|town_hall|登録の申請、福祉の相談、福祉灯油、除雪の助成
見本町地域包括支援センター|みほんちょうちいきほうかつしえんせんたー|support_center|town_hall|高齢者の相談、介護予防、虐待の相談
見本町立病院|みほんちょうりつびょういん|hospital|hospital|内科、外科、整形外科（木）、救急、訪問診療
みほん内科クリニック|みほんないかくりにっく|hospital|store|内科、往診（火曜午後）
北原歯科医院|きたはらしかいいん|dental|store|訪問歯科、入れ歯の調整
すずらん歯科|すずらんしか|dental|store|歯科、口の体操の指導
本通薬局|ほんどおりやっきょく|pharmacy|store|薬の配達、飲み残しの整理
あさひ薬局|あさひやっきょく|pharmacy|store|一包化、酸素ボンベの取次ぎ
訪問看護ステーションみほん|ほうもんかんごすてーしょんみほん|visiting_nurse|hospital|訪問看護、24時間の電話
ヘルパーステーションみほん|へるぱーすてーしょんみほん|home_help|welfare|訪問介護、通院の付き添い
訪問介護ゆきわり|ほうもんかいごゆきわり|home_help|store|訪問介護、朝夕の見守り
デイサービスセンターあったか|でいさーびすせんたーあったか|day_care|welfare|通所介護、入浴、送迎
デイサービスみのり|でいさーびすみのり|day_care|nursing_home|通所介護、認知症の人の受入れ
通所リハビリせせらぎ|つうしょりはびりせせらぎ|day_rehab|care_home|通所リハビリ、言語の訓練
ショートステイみのり|しょーとすていみのり|short_stay|nursing_home|短期入所、冬の間の受入れ
居宅介護支援事業所みほん|きょたくかいごしえんじぎょうしょみほん|care_manager|welfare|ケアプラン、認定の申請の手伝い
ケアプランゆきわり|けあぷらんゆきわり|care_manager|store|ケアプラン、福祉用具の相談
特別養護老人ホームみのり苑|とくべつようごろうじんほーむみのりえん|special_home|nursing_home|入所、福祉避難所
老人保健施設せせらぎ|ろうじんほけんしせつせせらぎ|health_facility|care_home|入所、福祉避難所
グループホームつばき|ぐるーぷほーむつばき|group_home|store|認知症の人の共同生活
就労支援センターあすなろ|しゅうろうしえんせんたーあすなろ|disability|store|障害のある人の仕事、パンの配達
見本町社会福祉協議会|みほんちょうしゃかいふくしきょうぎかい|welfare_council|welfare|ボランティア、配食、車いすの貸出し
見本消防署|みほんしょうぼうしょ|fire|fire|救急、火災警報器の取付け、避難訓練
見本警察署|みほんけいさつしょ|police|police|見守り、行方不明の捜索、詐欺の相談
在宅ケア用品みほん|ざいたくけあようひんみほん|oxygen_dealer|store|在宅酸素、停電の時のボンベ配達、福祉用具
"""

_INFORMAL = """
ふれあいサロン旭町|ふれあいさろんあさひまち|salon|hall 旭町一|お茶、体操、季節の行事
サロン緑の会|さろんみどりのかい|salon|hall 緑町二|お茶、手芸、血圧測定
お茶の間北町|おちゃのまきたまち|salon|hall 北町|お茶、囲碁、昼食（第3木曜）
豊里いきいきサロン|とよさといきいきさろん|salon|hall 豊里|お茶、健康講話、送迎あり
配食の会あじさい|はいしょくのかいあじさい|meals|welfare|夕食の配達と見守り（月・水・金）
移送ボランティアの会|いそうぼらんてぃあのかい|transport|welfare|通院・買い物の送迎（3日前まで）
本通長寿会|ほんどおりちょうじゅかい|senior_club|hall 本通二|例会、花壇の手入れ、友愛訪問
栄町寿クラブ|さかえまちことぶきくらぶ|senior_club|hall 栄町一|例会、パークゴルフ、友愛訪問
南町シニアクラブ|みなみまちしにあくらぶ|senior_club|hall 南町三|例会、カラオケ、声かけ
除雪ボランティア雪んこ|じょせつぼらんてぃあゆきんこ|snow|welfare|玄関前と避難口の雪かき
見本中学校雪かき隊|みほんちゅうがっこうゆきかきたい|snow|junior_high|土曜の雪かき、顔を見て声をかける
傾聴ボランティアこだま|けいちょうぼらんてぃあこだま|volunteer|centre|話し相手（自宅・施設）
手話サークルてのひら|しゅわさーくるてのひら|volunteer|centre|手話、要約筆記、避難所での通訳
子ども食堂ゆげ|こどもしょくどうゆげ|volunteer|hall 駅前|夕食（第2・第4金曜）、宿題
朗読の会ひびき|ろうどくのかいひびき|volunteer|centre|広報の音訳、対面朗読
認知症の人と家族の会みほん|にんちしょうのひととかぞくのかいみほん|family_group|welfare|つどい、電話相談
本通一会館|ほんどおりいちかいかん|association_hall|hall 本通一|集まり、一時避難、調理室
駅前会館|えきまえかいかん|association_hall|hall 駅前|集まり、一時避難、和室
旭町自主防災会|あさひまちじしゅぼうさいかい|disaster_group|hall 旭町三|安否確認、リヤカー、発電機
豊里自主防災会|とよさとじしゅぼうさいかい|disaster_group|hall 豊里|水位の見回り、安否確認、発電機
"""

_NATURAL = """
山本商店|やまもとしょうてん|shop|store|配達のついでに声をかける
いとう鮮魚店|いとうせんぎょてん|shop|store|毎週来る人が来ないと気づく
松田豆腐店|まつだとうふてん|shop|store|朝5時から起きている、通りを見ている
さとう精肉店|さとうせいにくてん|shop|store|一人分を包む、立ち話の場
本田金物店|ほんだかなものてん|shop|store|雪かき道具の修理、電球の取替え
三浦呉服店|みうらごふくてん|shop|store|お茶を出す、昔からのつきあい
ひまわり生花店|ひまわりせいかてん|shop|store|仏花の配達、月命日の声かけ
丸山時計店|まるやまとけいてん|shop|store|電池の取替え、補聴器の電池
近藤書店|こんどうしょてん|shop|store|雑誌の配達、孫へのみやげの相談
見本製パン|みほんせいぱん|shop|store|毎朝の常連、売れ残りのおすそ分け
木村酒店|きむらさけてん|shop|store|配達、空びんの回収で家の様子を見る
長谷川電器|はせがわでんき|shop|store|停電の時の相談、ストーブの点検
スーパーまるみ|すーぱーまるみ|shop|market|休けい席、電話注文の配達
道の駅みほん|みちのえきみほん|shop|roadside|野菜の直売、出荷の時の立ち話
理容たけだ|りようたけだ|barber|store|月に一度の常連、自宅への出張
理容あべ|りようあべ|barber|store|世間話、来ない人への電話
美容室ミモザ|びようしつみもざ|barber|store|送り迎えあり、座ったままの洗髪
美容室かおり|びようしつかおり|barber|store|施設への出張、世間話
カットハウス工藤|かっとはうすくどう|barber|store|子ども連れの休けい
パーマ千代|ぱーまちよ|barber|store|お茶、長い常連
喫茶ポプラ|きっさぽぷら|cafe|store|水曜の常連の集まり、電話の取次ぎ
食堂いちば|しょくどういちば|cafe|store|一人で来る人の昼食、塩分の加減
そば処みなと|そばどころみなと|cafe|store|出前、器を下げる時の声かけ
居酒屋ともしび|いざかやともしび|cafe|store|夕方の常連、帰りの見送り
甘味おがわ|かんみおがわ|cafe|store|女性の集まり、座敷あり
ラーメン北斗|らーめんほくと|cafe|store|夜遅くまで明かりがある
カフェゆきあかり|かふぇゆきあかり|cafe|store|若い親の集まり、授乳の場所
見本神社の境内|みほんじんじゃのけいだい|temple|shrine|朝のお参り、落ち葉集め
法泉寺|ほうせんじ|temple|temple|月参りで家をまわる、広間
見本教会|みほんきょうかい|temple|near 南町二|日曜の集まり、昼食
豊里の地蔵堂|とよさとのじぞうどう|temple|near 豊里|お供えの当番、立ち話
中央公園の東屋|ちゅうおうこうえんのあずまや|bench|park|朝の体操、将棋
本通のベンチ|ほんどおりのべんち|bench|near 本通三|買い物の途中の休けい
病院前のベンチ|びょういんまえのべんち|bench|hospital|バスを待つ人の話
旭町バス停のベンチ|あさひまちばすていのべんち|bench|near 旭町一|待つ間の顔合わせ
緑団地のベンチ|みどりだんちのべんち|bench|near 緑町二|夕方の集まり
川べりの腰掛け|かわべりのこしかけ|bench|near 川端|釣りの人、犬の散歩
役場ロビーの長いす|やくばろびーのながいす|bench|town_hall|暖まる場所、新聞
駅の待合室|えきのまちあいしつ|bench|station|暖まる場所、高校生の見守り
栄町の石段|さかえまちのいしだん|bench|near 栄町二|夕方の集まり
南町三の物置前|みなみまちさんのものおきまえ|bench|near 南町三|ごみ出しの後の立ち話
北町の桜の下|きたまちのさくらのした|bench|near 北町|春の花見、夏の夕涼み
温泉の休けい室|おんせんのきゅうけいしつ|bench|bath|湯上がりの話、昼寝
みほん新聞販売所|みほんしんぶんはんばいしょ|newspaper|store|新聞がたまれば知らせる
旭町新聞店|あさひまちしんぶんてん|newspaper|store|新聞がたまれば知らせる
見本郵便局|みほんゆうびんきょく|post_office|post|配達の時の声かけ、見守り
豊里簡易郵便局|とよさとかんいゆうびんきょく|post_office|near 豊里|年金の日の顔合わせ
見本信用金庫|みほんしんようきんこ|bank|store|振り込め詐欺の声かけ
農業協同組合|のうぎょうきょうどうくみあい|bank|coop|組合員の家をまわる、灯油
北の銀行見本出張所|きたのぎんこうみほんしゅっちょうじょ|bank|store|窓口での気づき
見本温泉|みほんおんせん|bath|bath|月曜の町民の日、送迎バス
栄湯|さかえゆ|bath|store|夕方の常連、背中の傷に気づく
みほん石油|みほんせきゆ|gas_station|store|灯油の配達、残りの量で気づく
旭町給油所|あさひまちきゅうゆじょ|gas_station|store|灯油の配達、車の調子の話
豊里給油所|とよさときゅうゆじょ|gas_station|near 豊里|灯油の配達、農家をまわる
灯油配達の会|とうゆはいたつのかい|gas_station|coop|定期配達、ストーブの点検
見本ハイヤー|みほんはいやー|taxi|store|通院の常連、玄関までの手助け
駅前バス停|えきまえばすてい|taxi|station|町内バス、運転手の声かけ
病院前バス停|びょういんまえばすてい|taxi|hospital|町内バス、乗り降りの手助け
北沢バス停|きたざわばすてい|taxi|near 北沢|一日3便、乗る人は決まっている
高台バス停|たかだいばすてい|taxi|near 高台|一日3便、乗る人は決まっている
西野バス停|にしのばすてい|taxi|near 西野|一日2便、乗る人は決まっている
小学校前の花壇|しょうがっこうまえのかだん|field|school|朝の水やり、登校の見守り
町民農園|ちょうみんのうえん|field|near 南町二|畑仲間、野菜のおすそ分け
緑町の共同花壇|みどりまちのきょうどうかだん|field|near 緑町一|草取りの日の顔合わせ
旭町の畑|あさひまちのはたけ|field|near 旭町四|畑仲間、冬の漬物作り
栄町の家庭菜園|さかえまちのかていさいえん|field|near 栄町三|畑仲間、苗の分け合い
東原の直売小屋|ひがしはらのちょくばいごや|field|near 東原|無人の直売、置き手紙
南沢の花の道|みなみさわのはなのみち|field|near 南沢|花植えの日の顔合わせ
中島の米づくりの会|なかしまのこめづくりのかい|field|near 中島|水の見回り、道具の貸し借り
ラジオ体操の広場|らじおたいそうのひろば|other|field|朝6時半の顔合わせ、休む人への電話
犬の散歩道|いぬのさんぽみち|other|near 川端|毎日の顔、変わりに気づく
移動販売の停まる所|いどうはんばいのとまるところ|other|near 清流|火曜10時、買い物と立ち話
下沢の除雪の相棒|しもざわのじょせつのあいぼう|other|near 下沢|となり同士の雪かき
図書室の新聞台|としょしつのしんぶんだい|other|centre|毎朝来る人、暖まる場所
ごみ出しの角|ごみだしのかど|other|near 南町四|出さない家に気づく
本通四の雪捨て場|ほんどおりよんのゆきすてば|other|near 本通四|雪かきの人の顔合わせ
旭町二の井戸端|あさひまちにのいどばた|other|near 旭町二|漬物の日の集まり
緑町三の下校の道|みどりまちさんのげこうのみち|other|near 緑町三|子どもの見守り、手を振る人
体育館のロビー|たいいくかんのろびー|other|gym|卓球の帰りのお茶
"""


@dataclass(frozen=True, slots=True)
class Listing:
    """One line of the list. `association` goes with `hall` and `near`."""

    resource_class: ResourceClass
    name: str
    reading: str
    type: str
    where: str
    association: str
    helps_with: str


def listings() -> tuple[Listing, ...]:
    """25 formal, 20 informal and 80 natural resources."""
    return (
        *_read(_FORMAL, ResourceClass.FORMAL),
        *_read(_INFORMAL, ResourceClass.INFORMAL),
        *_read(_NATURAL, ResourceClass.NATURAL),
    )


def _read(text: str, resource_class: ResourceClass) -> Iterator[Listing]:
    for line in text.strip().splitlines():
        name, reading, kind, place, helps_with = line.split("|")
        where, _, association = place.partition(" ")
        yield Listing(resource_class, name, reading, kind, where, association, helps_with)
