package app.loupe.sample;

import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import app.loupe.sample.AddressBook.Contact;
import app.loupe.sample.AddressBook.Habit;
import app.loupe.sample.Assortment.Article;
import app.loupe.sample.Deal.Fate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invents the documents of one month, the same ones whenever it is asked: 40 in an ordinary month. */
final class DealMaker {
    /** Ids of one month; the month of an id is found by dividing. */
    static final long IDS_PER_MONTH = 1_000;

    private static final int DAYS_UNTIL_REVERSED = 6;
    private static final long SEED = 0x4C6F757065L;
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    private final List<Article> articles;
    private final List<Contact> customers;
    private final List<Contact> vendors;

    DealMaker(Assortment assortment, AddressBook addresses) {
        this.articles = assortment.articles();
        this.customers = addresses.customers();
        this.vendors = addresses.vendors();
    }

    /** The month that an id belongs to. */
    static YearMonth monthOf(long id) {
        return FIRST.plusMonths(id / IDS_PER_MONTH);
    }

    /** The documents of a month, ids ascending. */
    List<Deal> deals(YearMonth month) {
        long index = FIRST.until(month.atDay(1), ChronoUnit.MONTHS);
        var random = new SplittableRandom(SEED + index);
        var deals = new ArrayList<Deal>();
        add(deals, month, index, MoveType.CUSTOMER_INVOICE, 22 + random.nextInt(4), random);
        add(deals, month, index, MoveType.VENDOR_BILL, 11 + random.nextInt(3), random);
        add(deals, month, index, MoveType.VENDOR_REFUND, random.nextInt(2), random);
        add(deals, month, index, MoveType.SALES_RECEIPT, 1, random);
        add(deals, month, index, MoveType.PURCHASE_RECEIPT, 1, random);
        reverse(deals, index, 1 + random.nextInt(2));
        return deals;
    }

    private void add(List<Deal> deals, YearMonth month, long index, MoveType type, int count,
            SplittableRandom random) {
        int before = deals.size();
        for (int i = 1; i <= count; i++) {
            long id = index * IDS_PER_MONTH + deals.size() + 1;
            List<Contact> contacts = type.isSale() ? customers : vendors;
            Contact contact = contacts.get(random.nextInt(contacts.size()));
            LocalDate date = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            int terms = isReceipt(type) ? 0 : List.of(14, 30, 30, 45).get(random.nextInt(4));
            deals.add(new Deal(id, type, date, terms, "", contact,
                    items(contact, type.isSale(), random), fate(type, contact, random), null, null));
        }
        List<Deal> added = deals.subList(before, deals.size());
        List<Deal> byDay = added.stream().sorted(Comparator.comparing(Deal::date)).toList();
        // numbers are given as documents are posted, so that none is missing while the month goes on
        added.replaceAll(deal -> deal.numbered(number(type, month, byDay.indexOf(deal) + 1)));
    }

    private static String number(MoveType type, YearMonth month, int sequence) {
        String prefix = switch (type) {
            case CUSTOMER_INVOICE -> "INV";
            case CREDIT_NOTE -> "RINV";
            case VENDOR_BILL -> "BILL";
            case VENDOR_REFUND -> "RBILL";
            case SALES_RECEIPT -> "SR";
            case PURCHASE_RECEIPT -> "PR";
        };
        return String.format(Locale.ROOT, "%s/%d/%02d/%04d", prefix, month.getYear(), month.getMonthValue(), sequence);
    }

    private List<Deal.Item> items(Contact contact, boolean sale, SplittableRandom random) {
        var items = new ArrayList<Deal.Item>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Article article = articles.get(random.nextInt(articles.size()));
            boolean dear = article.price().compareTo(BigDecimal.valueOf(200)) > 0;
            int quantity = dear ? 1 + random.nextInt(2) : 1 + random.nextInt(sale ? 24 : 60);
            BigDecimal price = sale ? article.price() : article.price().multiply(new BigDecimal("0.58"));
            int discount = random.nextInt(8) == 0 ? 10 : 0;
            items.add(new Deal.Item(article, BigDecimal.valueOf(quantity), contact.currency().ofEuros(price),
                    BigDecimal.valueOf(discount)));
        }
        return items;
    }

    private static boolean isReceipt(MoveType type) {
        return type == MoveType.SALES_RECEIPT || type == MoveType.PURCHASE_RECEIPT;
    }

    /** A receipt is paid at once, and a refund of a vendor is used in the end: these books have no loose ends. */
    private static Fate fate(MoveType type, Contact contact, SplittableRandom random) {
        if (isReceipt(type)) {
            return Fate.PAID;
        }
        Fate fate = fate(contact, random);
        return type == MoveType.VENDOR_REFUND && fate == Fate.UNPAID ? Fate.PAID : fate;
    }

    private static Fate fate(Contact contact, SplittableRandom random) {
        int chance = random.nextInt(100);
        if (chance < 2) {
            return Fate.CANCELLED;
        }
        if (chance < 4) {
            return Fate.UNPAID;
        }
        return contact.habit() == Habit.PARTS || chance < 9 ? Fate.PAID_IN_PARTS : Fate.PAID;
    }

    /** The first invoices of the month that can still be reversed within it get a credit note. */
    private static void reverse(List<Deal> deals, long index, int count) {
        List<Deal> chosen = deals.stream().filter(DealMaker::canBeReversed).limit(count)
                .sorted(Comparator.comparing(Deal::date)).toList();
        for (int i = 0; i < chosen.size(); i++) {
            Deal deal = chosen.get(i);
            LocalDate noted = noted(deal);
            long id = index * IDS_PER_MONTH + deals.size() + 1;
            String number = number(MoveType.CREDIT_NOTE, YearMonth.from(noted), i + 1);
            deals.set(deals.indexOf(deal), new Deal(deal.id(), deal.type(), deal.date(), deal.termDays(),
                    deal.number(), deal.contact(), deal.items(), Fate.REVERSED, new Ref(id, number), noted));
            deals.add(new Deal(id, MoveType.CREDIT_NOTE, noted, 0, number, deal.contact(), deal.items(),
                    Fate.REVERSED, new Ref(deal.id(), deal.number()), noted));
        }
    }

    private static boolean canBeReversed(Deal deal) {
        return deal.type() == MoveType.CUSTOMER_INVOICE && deal.fate() == Fate.PAID
                && YearMonth.from(noted(deal)).equals(YearMonth.from(deal.date()))
                && deal.paidOn().isAfter(noted(deal));
    }

    private static LocalDate noted(Deal deal) {
        return deal.date().plusDays(DAYS_UNTIL_REVERSED);
    }
}
