using System.Collections.Frozen;

namespace Invitations;

/// <summary>Top-level domains under which a stranger can register a name, and which mail programs therefore turn into links.</summary>
/// <remarks>
/// Country codes after ISO 3166 and the IANA root zone. Of the generic ones those that are registered or abused in numbers. Left out are
/// the ones that brands keep for themselves, and the ones that end names and titles (<c>.kim</c>, <c>.ing</c>, <c>.phd</c>, <c>.ltd</c>).
/// </remarks>
internal static class TopLevelDomains
{
    private const string Countries =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn " +
        "co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy " +
        "hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me " +
        "mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py " +
        "qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk " +
        "us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

    private const string Generic =
        "com net org info biz name pro mobi tel travel jobs aero coop museum edu gov mil int asia cat xxx post arpa " +
        "academy accountant accountants agency app apartments art auction audio auto autos band bar bargains beauty beer best bet bid bike bingo bio " +
        "blog boats bond boo boutique broker build builders business buzz cab cafe cam camera camp capital cards care careers cars cash casino center " +
        "cfd charity chat cheap church city claims clean click clinic clothing cloud club coach codes coffee college community company computer " +
        "condos construction consulting contact contractors cool country coupons courses credit creditcard cricket cyou dance date dating deals degree " +
        "delivery democrat dental design dev diamonds diet digital direct directory discount dog domains download education email energy engineer " +
        "engineering enterprises equipment estate events exchange expert exposed express fail faith family fans farm fashion film finance " +
        "financial fish fit fitness flights flowers foo football forex forsale foundation fun fund furniture fyi gallery game games garden gay gifts " +
        "giving gives glass global gold golf graphics gratis green gripe group guide guru hair haus health healthcare help hiphop hockey holdings " +
        "holiday homes horse hospital host hosting house how icu immo immobilien ink institute insure international investments jewelry kaufen " +
        "kitchen land lat law lawyer lease legal lgbt life lighting limo link live loan loans lol lotto love luxury maison makeup " +
        "management market marketing markets media meme memorial menu monster mortgage motorcycles mov movie navy network news ngo ninja observer " +
        "one onl ong online ooo page partners parts party pet photo photography photos pics pictures pink pizza place plumbing plus poker porn press " +
        "productions promo properties property protection pub pw quest racing realestate recipes red rehab rent rentals repair report republican " +
        "rest restaurant review reviews rip rocks rodeo rsvp run sale salon sbs school science security services sex sexy shoes shop shopping " +
        "show singles site skin soccer social software solar solutions space storage store stream studio study style sucks supplies supply support " +
        "surf surgery systems tattoo tax taxi team tech technology tennis theater theatre tickets tienda tips tires today tools top tours town toys " +
        "trade trading training tube university uno vacations ventures vet viajes video villas vip vision vodka vote voto voyage watch watches " +
        "webcam website wedding wiki win wine work works world wtf xyz yachts yoga zip zone berlin koeln hamburg bayern wien nyc tokyo amsterdam " +
        "vlaanderen gent brussels istanbul";

    private const string Scripts = "рф рус бел укр қаз мкд срб бг ею онлайн сайт орг ком дети москва ελ ευ հայ გე भारत ভারত ไทย 한국 中国 中國 台湾 台灣 香港 公司 网络 网址 在线 商城 " +
        "中文网 みんな コム السعودية امارات مصر ایران ישראל";

    private static readonly FrozenSet<string> All =
        $"{Countries} {Generic} {Scripts}".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> label) => All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
}
