package app.loupe.domain;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a method or type break one rule of the architecture tests, and says why; the tests refuse it without a reason. */
@Documented
@Repeatable(Exempt.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface Exempt {
    /** The rule: {@code A12}. */
    String rule();

    /** Why it has to be so here. */
    String because();

    /** Several exemptions of one place. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
    @interface All {
        /** Each of them. */
        Exempt[] value();
    }
}
