package app.loupe.bookcheck;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Money;
import app.loupe.text.DateText;
import app.loupe.text.DocumentNumber;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Says a finding in words, for the window and the command line: what was found, and what it means and what to do. */
public final class FindingWords {
    private static final int FEW = 3;

    private final Texts texts;
    private final DateText dates;
    private final MoneyText money;

    /** Words in the language of these texts. */
    public FindingWords(Texts texts, ZoneId zone) {
        this(texts, new DateText(texts, zone), new MoneyText(texts));
    }

    /** Words of these texts, with these dates and amounts. */
    public FindingWords(Texts texts, DateText dates, MoneyText money) {
        this.texts = texts;
        this.dates = dates;
        this.money = money;
    }

    /** What a kind is called. */
    public String kind(FindingKind kind) {
        return texts.get("check.kind." + kind.key());
    }

    /** How much it matters, in a word. */
    public String weight(Weight weight) {
        return texts.get("check.weight." + weight.key());
    }

    /** The documents by their numbers, as many as there are. */
    public String documents(Finding finding) {
        return finding.documents().stream().map(this::number).collect(Collectors.joining(", "));
    }

    /** The first of them, and how many more there are. */
    public String fewDocuments(Finding finding) {
        return few(finding.documents().stream().map(this::number).toList());
    }

    private String few(List<String> names) {
        String first = names.stream().limit(FEW).collect(Collectors.joining(", "));
        return names.size() > FEW ? texts.get("check.more", first, names.size() - FEW) : first;
    }

    /** The number of a document, or a word in its place. */
    public String number(Finding.Document document) {
        return DocumentNumber.of(document.number(), document.state(), texts);
    }

    /** What was found, in one sentence with its figures. */
    public String said(Finding finding) {
        return switch (finding.fact()) {
            case Fact.Gap gap -> said(gap);
            case Fact.SameReference same -> texts.get(
                    same.sameSum() ? "check.said.same-reference" : "check.said.same-reference-other-sums",
                    same.partner(), same.reference(), same.totals().size(),
                    few(same.totals().stream().map(this::format).toList()));
            case Fact.TotalsDiffer differ -> texts.get("check.said.totals." + EnumKey.of(differ.of()),
                    format(differ.parts()), format(differ.total()));
            case Fact.TaxDiffers tax -> texts.get("check.said.tax", tax.tax(), tax.rate(), format(tax.base()),
                    format(tax.expected()), format(tax.booked()));
            case Fact.RateChanged changed -> texts.get("check.said.tax-changed", changed.tax(), changed.rate(),
                    changed.other(), changed.documents());
            case Fact.OddDay odd -> texts.get("check.said.day." + EnumKey.of(odd.what()), dates.day(odd.day()),
                    dates.day(odd.other()));
            case Fact.SecondPayment second -> texts.get(
                    second.incoming() ? "check.said.second-payment.in" : "check.said.second-payment.out",
                    second.partner(), format(second.amount()), dates.day(second.first()), dates.day(second.second()),
                    second.payment());
            case Fact.Overpaid over -> texts.get("check.said.overpaid", over.partner(), format(over.tooMuch()));
            case Fact.LoneCredit credit -> texts.get(
                    credit.sale() ? "check.said.lone-credit" : "check.said.lone-refund", credit.partner(),
                    format(credit.total()));
            case Fact.SameVat same -> texts.get("check.said.same-vat", same.vat(), few(same.partners()));
        };
    }

    private String said(Fact.Gap gap) {
        if (gap.missing() != 1) {
            return texts.get("check.said.gap", gap.missing(), gap.first(), gap.last());
        }
        return gap.before().isEmpty()
                ? texts.get("check.said.gap-of-first", gap.first(), gap.after())
                : texts.get("check.said.gap-of-one", gap.first(), gap.before(), gap.after());
    }

    /** What it means and what to do, in one sentence. */
    public String advice(Finding finding) {
        return texts.get(switch (finding.fact()) {
            case Fact.Gap gap -> "check.advice.gap";
            case Fact.SameReference same -> "check.advice.same-reference";
            case Fact.TotalsDiffer differ -> "check.advice.totals";
            case Fact.TaxDiffers tax -> "check.advice.tax";
            case Fact.RateChanged changed -> "check.advice.tax-changed";
            case Fact.OddDay odd -> "check.advice.day";
            case Fact.SecondPayment second -> "check.advice.second-payment";
            case Fact.Overpaid over -> "check.advice.overpaid";
            case Fact.LoneCredit credit -> credit.sale() ? "check.advice.lone-credit" : "check.advice.lone-refund";
            case Fact.SameVat same -> "check.advice.same-vat";
        });
    }

    private String format(Money amount) {
        return money.format(amount);
    }
}
