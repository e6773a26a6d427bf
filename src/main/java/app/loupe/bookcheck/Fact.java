package app.loupe.bookcheck;

import app.loupe.domain.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What was found, in figures; {@link FindingWords} says it. */
public sealed interface Fact {
    /** Of which kind it is. */
    FindingKind kind();

    /**
     * Numbers of a series that no document has.
     *
     * @param before the number in front of the first one; empty where the series begins with what is missing
     * @param after the number behind the last one
     * @param missing how many
     */
    record Gap(String before, String after, String first, String last, long missing) implements Fact {
        @Override
        public FindingKind kind() {
            return FindingKind.NUMBER_GAP;
        }
    }

    /**
     * Bills of a vendor with one reference.
     *
     * @param reference as it stands on the first of them
     * @param totals what each comes to, in the order of the documents
     */
    record SameReference(String partner, String reference, List<Money> totals) implements Fact {
        /** Copies the list. */
        public SameReference {
            totals = List.copyOf(totals);
        }

        /** Whether all come to the same. */
        public boolean sameSum() {
            return totals.stream().distinct().count() == 1;
        }

        @Override
        public FindingKind kind() {
            return FindingKind.DUPLICATE_REFERENCE;
        }
    }

    /** Two amounts of one document that should be one. */
    record TotalsDiffer(Of of, Money parts, Money total) implements Fact {
        /** What was added up. */
        public enum Of {
            /** The lines, against the untaxed amount. */
            LINES,
            /** The tax lines, against the tax. */
            TAXES,
            /** Untaxed amount and tax, against the total. */
            WHOLE
        }

        @Override
        public FindingKind kind() {
            return FindingKind.LINES_AND_TOTAL;
        }
    }

    /**
     * A tax that is not what its rate makes of its base.
     *
     * @param tax its name
     * @param rate in per cent, as other documents with the same tax have it
     */
    record TaxDiffers(String tax, BigDecimal rate, Money base, Money expected, Money booked) implements Fact {
        @Override
        public FindingKind kind() {
            return FindingKind.TAX_AND_RATE;
        }
    }

    /**
     * A tax that had another rate at another time.
     *
     * @param tax its name
     * @param rate in per cent, as most documents with it have it
     * @param other the one of the documents that it is about
     * @param documents how many these are
     */
    record RateChanged(String tax, BigDecimal rate, BigDecimal other, int documents) implements Fact {
        @Override
        public FindingKind kind() {
            return FindingKind.TAX_AND_RATE;
        }
    }

    /**
     * A day that is hardly meant.
     *
     * @param day the odd one
     * @param other what it was held against
     */
    record OddDay(What what, LocalDate day, LocalDate other) implements Fact {
        /** What is odd. */
        public enum What {
            /** Due before the invoice date. */
            DUE_BEFORE_INVOICE,
            /** An invoice date that is still to come. */
            IN_FUTURE,
            /** An invoice date that is far from the accounting date. */
            FAR_FROM_ACCOUNTING,
            /** An invoice date with the wrong year. */
            YEAR,
            /** A due date with the wrong year. */
            DUE_YEAR
        }

        @Override
        public FindingKind kind() {
            return FindingKind.ODD_DATE;
        }
    }

    /**
     * A payment that nothing is matched with, like one that paid an invoice days before or after.
     *
     * @param payment number of the one that is not matched
     * @param first the day of the one that paid
     * @param second the day of the one that is not matched
     */
    record SecondPayment(String partner, Money amount, String payment, LocalDate first, LocalDate second,
            boolean incoming) implements Fact {
        @Override
        public FindingKind kind() {
            return FindingKind.PAID_TWICE;
        }
    }

    /** More was paid than the document asks for. */
    record Overpaid(String partner, Money tooMuch) implements Fact {
        @Override
        public FindingKind kind() {
            return FindingKind.PAID_TWICE;
        }
    }

    /**
     * A credit note that belongs to no invoice, or a vendor refund that belongs to no bill.
     *
     * @param sale whether it is a credit note
     */
    record LoneCredit(boolean sale, String partner, Money total) implements Fact {
        @Override
        public FindingKind kind() {
            return FindingKind.CREDIT_WITHOUT_INVOICE;
        }
    }

    /** Partners with one VAT number. */
    record SameVat(String vat, List<String> partners) implements Fact {
        /** Copies the list. */
        public SameVat {
            partners = List.copyOf(partners);
        }

        @Override
        public FindingKind kind() {
            return FindingKind.PARTNER_TWICE;
        }
    }
}
