package app.loupe.sample;

import app.loupe.domain.Product;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the sample company buys and sells: 60 products with their price in euros and their tax. */
final class Assortment {
    private static final Instant WRITTEN = Instant.parse("2023-01-09T08:30:00Z");
    private static final Ref UNIT = new Ref(1, "Units");

    /** Category: code, name, price, tax (S standard, R reduced). */
    private static final String TEXT = """
            Coffee
            CF-101|House blend, 1 kg|18.40|R
            CF-102|Dark roast, 1 kg|19.20|R
            CF-103|Decaf, 1 kg|21.50|R
            CF-104|Single origin highland, 500 g|14.90|R
            CF-105|Espresso, 1 kg|20.80|R
            CF-106|Filter grind, 500 g|9.60|R
            CF-107|Cold brew bags, box of 20|24.00|R
            CF-108|Green beans, 5 kg|61.00|R
            CF-109|Office blend, 6 x 1 kg|102.00|R
            CF-110|Tasting box, 4 x 250 g|29.50|R
            Tea
            TE-201|Breakfast tea, 100 bags|8.40|R
            TE-202|Earl grey, 250 g|11.30|R
            TE-203|Green sencha, 250 g|16.70|R
            TE-204|Rooibos, 250 g|9.90|R
            TE-205|Peppermint leaves, 200 g|7.80|R
            TE-206|Jasmine pearls, 100 g|18.60|R
            TE-207|Chai spice, 1 kg|27.40|R
            TE-208|Tea chest, 8 sorts|46.00|R
            TE-209|Iced tea syrup, 1 l|6.90|R
            TE-210|Matcha, 100 g|32.50|R
            Crockery
            CR-301|Cup and saucer, white|7.90|S
            CR-302|Cappuccino cup, stoneware|9.40|S
            CR-303|Mug, speckled|11.20|S
            CR-304|Teapot, 1.2 l|38.00|S
            CR-305|Milk jug|12.60|S
            CR-306|Dessert plate|8.80|S
            CR-307|Serving tray, oak|41.50|S
            CR-308|Teaspoon, set of 12|22.00|S
            CR-309|Sugar bowl|10.90|S
            CR-310|Tasting spoon, steel|6.40|S
            Equipment
            EQ-401|Espresso machine, two groups|4280.00|S
            EQ-402|Bean grinder, 1.4 kg hopper|890.00|S
            EQ-403|Filter brewer, 2 l|315.00|S
            EQ-404|Water kettle, variable heat|94.00|S
            EQ-405|Milk steamer|268.00|S
            EQ-406|Knock box|39.00|S
            EQ-407|Scale with timer|74.50|S
            EQ-408|Water filter cartridge|52.00|S
            EQ-409|Descaler, 5 l|34.80|S
            EQ-410|Vacuum flask, 1.9 l|48.20|S
            Services
            SV-501|Installation, half day|280.00|S
            SV-502|Machine service, yearly|420.00|S
            SV-503|Barista course, one person|165.00|S
            SV-504|Repair, hour|72.00|S
            SV-505|Machine rental, month|139.00|S
            SV-506|Menu advice, hour|95.00|S
            SV-507|Delivery, pallet|64.00|S
            SV-508|Delivery, parcel|9.50|S
            SV-509|Express surcharge|18.00|S
            SV-510|Tasting evening|540.00|S
            Packaging
            PK-601|Paper cup 240 ml, box of 1,000|58.00|S
            PK-602|Lid, box of 1,000|31.00|S
            PK-603|Carrier tray, box of 250|27.50|S
            PK-604|Napkins, 3,000|36.40|S
            PK-605|Kraft bag 250 g, 500 pieces|84.00|S
            PK-606|Label roll, 1,000 pieces|41.00|S
            PK-607|Wooden stirrer, 10,000|29.90|S
            PK-608|Sugar sticks, 1,000|17.20|R
            PK-609|Gift box|3.80|S
            PK-610|Shipping carton, 50 pieces|44.00|S
            """;

    private final List<Article> articles = new ArrayList<>();

    Assortment() {
        long categoryId = 0;
        String category = "";
        for (String line : TEXT.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            if (parts.length == 1) {
                categoryId++;
                category = line;
            } else {
                long id = articles.size() + 1L;
                var product = new Product(id, WRITTEN, parts[1], parts[0], "", true, new Ref(categoryId, category),
                        UNIT);
                Tax tax = parts[3].equals("R") ? Tax.REDUCED : Tax.STANDARD;
                articles.add(new Article(product, new BigDecimal(parts[2]), tax));
            }
        }
    }

    /** A product with its price in euros. */
    record Article(Product product, BigDecimal price, Tax tax) {}

    List<Article> articles() {
        return List.copyOf(articles);
    }
}
