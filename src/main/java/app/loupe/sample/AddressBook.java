package app.loupe.sample;

import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whom the sample company trades with: 30 customers and 15 vendors, all invented, in three currencies. */
final class AddressBook {
    private static final Instant WRITTEN = Instant.parse("2023-01-09T08:00:00Z");

    /** Name, mail domain (before .example), street, zip, city, country, currency, how they pay. */
    private static final String CUSTOMERS = """
            Brackenmoor Tea Rooms|brackenmoor|4 Mill Lane|9120|Oostwijk|Belgium|EUR|PROMPT
            Tolverne Hotels|tolverne|18 Quayside|2011|Marrum|Netherlands|EUR|LATE
            Quillon Print Works|quillon|77 Foundry Street|1043|Lindhaven|Netherlands|EUR|PROMPT
            Saltmarsh Bistro|saltmarsh|2 Harbour Walk|8400|Zeedorp|Belgium|EUR|SLOW
            Wexcombe Offices|wexcombe|101 Station Road|3512|Veldstad|Netherlands|EUR|PROMPT
            Larkspur Bakery|larkspur|9 Church Square|9030|Heiberg|Belgium|EUR|PARTS
            Ostrava Lane Cinema|ostravalane|33 Ostrava Lane|1180|Bruanne|Belgium|EUR|LATE
            Fennimore and Daughters|fennimore|12 Orchard Way|6211|Limmerick aan Zee|Netherlands|EUR|PROMPT
            Kestrel Yard Coworking|kestrelyard|5 Kestrel Yard|3011|Havenrade|Netherlands|EUR|PROMPT
            Pellworth School|pellworth|40 Elm Avenue|9700|Groenlo Park|Netherlands|EUR|LATE
            Maison Verrelle|verrelle|8 rue des Tilleuls|59110|Saint-Aubrac|France|EUR|SLOW
            Hotel Steinquell|steinquell|Bachgasse 3|52070|Quellenau|Germany|EUR|PROMPT
            Kaffeehaus Ellermann|ellermann|Markt 21|48149|Ellerbach|Germany|EUR|PROMPT
            Brunnhof Klinik|brunnhof|Am Anger 6|50733|Brunnhofen|Germany|EUR|LATE
            Trattoria Sorvello|sorvello|Via dei Platani 14|20159|Sorvello|Italy|EUR|NEVER
            Bodega Almirez|almirez|Calle del Olmo 7|28014|Almirez|Spain|EUR|PARTS
            Northgate Rowing Club|northgaterowing|1 Boathouse Lane|9000|Gravenmoer|Belgium|EUR|PROMPT
            Dunmere Care Homes|dunmere|55 Garden Crescent|5611|Eikveld|Netherlands|EUR|LATE
            Ives and Calloway|ivescalloway|210 Kestrel Avenue|97205|Port Ellison|United States|USD|PROMPT
            Redwater Diner|redwater|1480 Route 9|12601|Redwater Falls|United States|USD|LATE
            Marlow Peak Lodges|marlowpeak|6 Summit Drive|80424|Marlow Peak|United States|USD|PROMPT
            Bellhaven University Shop|bellhaven|300 College Street|06511|Bellhaven|United States|USD|SLOW
            Cobalt Street Roasters|cobaltstreet|88 Cobalt Street|11211|Eastbrook|United States|USD|PARTS
            Juniper Row Catering|juniperrow|19 Juniper Row|94607|San Corvo|United States|USD|PROMPT
            Hoshimi Kissaten|hoshimi|2-14-6 Asagiri|150-0099|Asagiri|Japan|JPY|PROMPT
            Yamabuki Hotel|yamabuki|5-3 Kawabe|600-8999|Kawabe|Japan|JPY|PROMPT
            Tsukishiro Trading|tsukishiro|1-9-2 Minatomachi|231-0999|Minatomachi|Japan|JPY|LATE
            Ailsworth Theatre|ailsworth|3 Curtain Row|3500|Hasselt-Noord|Belgium|EUR|PROMPT
            Penhallow Garden Centre|penhallow|Rural Route 4|7400|Deventerbroek|Netherlands|EUR|SLOW
            Orchard End Weddings|orchardend|The Old Barn|4811|Bredaveld|Netherlands|EUR|LATE
            """;
    private static final String VENDORS = """
            Corvalde Green Coffee|corvalde|Kade 12|2030|Antwerveld|Belgium|EUR|PROMPT
            Alta Serrana Growers|altaserrana|Avenida 3|110111|Villa Serrana|Colombia|USD|PROMPT
            Minamoto Tea Gardens|minamoto|3-8 Chabatake|421-0999|Chabatake|Japan|JPY|PROMPT
            Haverkamp Keramik|haverkamp|Ofenweg 9|95100|Haverkamp|Germany|EUR|LATE
            Lievens Machinery|lievens|Industriepark 40|8800|Roesbeke|Belgium|EUR|PROMPT
            Vantongeren Logistics|vantongeren|Dock 7|3198|Europadok|Netherlands|EUR|PROMPT
            Solwick Energy|solwick|Windlaan 1|1101|Solwick|Netherlands|EUR|PROMPT
            Paperfield Packaging|paperfield|Kartonstraat 15|9240|Zelebeke|Belgium|EUR|LATE
            Greyling Insurance|greyling|Singel 400|1016|Lindhaven|Netherlands|EUR|PROMPT
            Tessel Web Studio|tessel|Grote Markt 2|9711|Groenlo Park|Netherlands|EUR|PROMPT
            Oakhurst Property|oakhurst|50 Canal View|9000|Gravenmoer|Belgium|EUR|PROMPT
            Rivette Water Filters|rivette|12 rue du Moulin|69007|Rivette|France|EUR|SLOW
            Nordlys Telecom|nordlys|Fjordgata 8|0150|Nordlys|Norway|EUR|PROMPT
            Castellane Sugar|castellane|4 quai du Sel|13002|Castellane-sur-Mer|France|EUR|PARTS
            Bramble and Pike Accountants|bramblepike|27 Ledger Street|9000|Gravenmoer|Belgium|EUR|PROMPT
            """;

    private final List<Contact> customers = new ArrayList<>();
    private final List<Contact> vendors = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();

    AddressBook() {
        CUSTOMERS.lines().forEach(line -> customers.add(contact(customers.size() + 11L, line)));
        VENDORS.lines().forEach(line -> vendors.add(contact(vendors.size() + 71L, line)));
    }

    /** How soon somebody pays. */
    enum Habit {
        PROMPT,
        LATE,
        SLOW,
        PARTS,
        NEVER
    }

    /** A partner, and what only the books know of it. */
    record Contact(Partner partner, SampleCurrency currency, Habit habit, boolean abroad) {
        Ref ref() {
            return new Ref(partner.id(), partner.name());
        }
    }

    /** The company that keeps these books. */
    Partner company() {
        var country = new Ref(countries.indexOf("Belgium") + 1L, "Belgium");
        return new Partner(LineWriter.COMPANY.id(), WRITTEN, LineWriter.COMPANY.name(), null, null, true, true,
                "EX000000001", "", new Partner.Contact("office@hazelmere.example", "+44 1632 960001",
                        new Partner.Address("12 Ledger Lane", "", "9000", "Gravenmoer", country)),
                LineWriter.COMPANY.id());
    }

    List<Contact> customers() {
        return List.copyOf(customers);
    }

    List<Contact> vendors() {
        return List.copyOf(vendors);
    }

    private Contact contact(long id, String line) {
        String[] part = line.split("\\|", -1);
        if (!countries.contains(part[5])) {
            countries.add(part[5]);
        }
        var country = new Ref(countries.indexOf(part[5]) + 1L, part[5]);
        // EX is no country: a number that nobody can have
        String vat = String.format(Locale.ROOT, "EX%09d", id * 1_234_567 % 1_000_000_000);
        var partner = new Partner(id, WRITTEN, part[0], null, new Ref(id, part[0]), true, true, vat, "P" + id,
                new Partner.Contact("office@" + part[1] + ".example", "+44 1632 960" + (100 + id),
                        new Partner.Address(part[2], "", part[3], part[4], country)),
                0);
        boolean home = part[5].equals("Belgium") || part[5].equals("Netherlands");
        return new Contact(partner, SampleCurrency.valueOf(part[6]), Habit.valueOf(part[7]), !home);
    }
}
