package app.loupe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.KeyState;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.Secret;
import app.loupe.export.Takeaway;
import com.google.crypto.tink.Aead;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S12, S31, S42: what the classes themselves prove about passwords and about writing to Odoo. */
class SecretsArchTest extends RuleArchTest {
    /** Methods of Odoo that change something, and every action or button. */
    private static final Pattern WRITING = Pattern.compile(
            "write|unlink|create|copy|name_create|toggle_active|message_post|load|import|(action|button)_.*"
                    + "|js_assign_outstanding_line|execute_sql|post");
    /** The same without words that also mean something else, for the packages that never speak to Odoo. */
    private static final Pattern WRITING_ANYWHERE = Pattern
            .compile("unlink|name_create|message_post|(action|button)_[a-z_]+|js_assign_outstanding_line");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(password|passphrase|secret|apikey|token).*");
    private static final String CANARY = "Zq9!-canary-b41d7e20c3";

    static Stream<Case> rules() {
        return Stream.of(new Case("S12 no writing", SecretsArchTest::noWritingMethod, "NamesAWritingMethod"),
                new Case("S31 one decrypt", SecretsArchTest::oneDecrypt, "archfixture.vault.OpensTwice"),
                new Case("S42 no secret text", SecretsArchTest::noSecretText, "KeepsAPassword.password",
                        "PasswordRecord.apiKey"));
    }

    private static ArchRule noWritingMethod(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("hold no name of an Odoo method that writes") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Pattern forbidden = Code.slice(root, type).equals("odoo") ? WRITING : WRITING_ANYWHERE;
                        for (String text : constants(type)) {
                            // the gate knows the argument "load" of read; that no method of this name passes is S11's
                            boolean argument = text.equals("load") && type.getSimpleName().equals("ReadOnlyGate");
                            if (forbidden.matcher(text).matches() && !argument) {
                                events.add(SimpleConditionEvent.violated(type,
                                        type.getName() + " holds \"" + text + "\""));
                            }
                        }
                    }
                }).because("a name that is not in the program cannot be sent");
    }

    private static List<String> constants(JavaClass type) {
        var found = new ArrayList<String>();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = SecretsArchTest.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("no class file " + file);
            }
            for (var entry : ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
                if (entry instanceof StringEntry text) {
                    found.add(text.stringValue());
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** At most one call; {@link #s31_theVaultDecryptsAtOnePlace} demands the one as soon as there is a vault. */
    private static ArchRule oneDecrypt(String root) {
        return classes().that().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("decrypt at one place of the vault only") {
                    private final List<String> places = new ArrayList<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        decryptCalls(type).forEach(place -> {
                            places.add(place);
                            if (places.size() > 1 || !Code.slice(root, type).equals("vault")) {
                                events.add(SimpleConditionEvent.violated(type, place + " decrypts too"));
                            }
                        });
                    }
                }).because("one place to read is enough to know when a password becomes readable");
    }

    private static Stream<String> decryptCalls(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(call -> call.getTargetOwner().isAssignableTo(Aead.class) && call.getName().equals("decrypt"))
                .filter(call -> !Code.exempt("S31", call.getOrigin()))
                .map(call -> call.getOrigin().getFullName());
    }

    private static ArchRule noSecretText(String root) {
        return fields().that().areDeclaredInClassesThat().resideInAPackage(root + "..")
                .should(new ArchCondition<JavaField>("not keep a secret as text or bare bytes") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        String name = field.getName().toLowerCase(Locale.ROOT).replace("_", "");
                        boolean constant = field.getModifiers()
                                .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
                        JavaClass type = field.getRawType();
                        boolean bare = type.isAssignableTo(CharSequence.class) || type.isEquivalentTo(char[].class)
                                || type.isEquivalentTo(byte[].class);
                        if (bare && !constant && SECRET_NAME.matcher(name).matches()
                                && !name.startsWith("encrypted") && !name.startsWith("sealed")
                                && !Code.exempt("S42", field.getOwner())) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not a Secret"));
                        }
                    }
                }).because("a String cannot be wiped, and a record prints its components");
    }

    @Test
    void s12_noClassNamesAnOdooMethodThatWrites() {
        assertThat(Code.violations(noWritingMethod(Code.LOUPE), Code.ours())).isEmpty();
    }

    @Test
    void s31_theVaultDecryptsAtOnePlace() {
        boolean vaultIsThere = Code.ours().stream()
                .anyMatch(type -> Code.slice(Code.LOUPE, type).equals("vault")
                        && !type.getSimpleName().equals("package-info"));

        assertThat(Code.ours().stream().flatMap(SecretsArchTest::decryptCalls)).hasSize(vaultIsThere ? 1 : 0);
    }

    @Test
    void s42_nothingThatHoldsASecretPrintsIt() throws ReflectiveOperationException {
        try (Secret secret = Secret.ofChars(CANARY)) {
            assertThat(secret.toString()).isEqualTo("Secret[" + CANARY.length() + "]");
            assertThat(new SealedPassword(CANARY).toString()).doesNotContain(CANARY);
            for (Class<?> type : recordsWithSecrets()) {
                RecordComponent[] parts = type.getRecordComponents();
                var constructor = type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                Object[] values = Arrays.stream(parts)
                        .map(part -> part.getType() == Secret.class ? secret : standIn(part.getType())).toArray();
                assertThat(constructor.newInstance(values).toString()).as(type.getName()).doesNotContain(CANARY);
            }
        }
    }

    /** Something in the place of a part that is no secret: nothing where that is allowed. */
    private static @Nullable Object standIn(Class<?> type) {
        return type == boolean.class ? false : type == String.class ? "" : null;
    }

    private static List<Class<?>> recordsWithSecrets() {
        List<Class<?>> found = new ArrayList<>();
        for (JavaClass type : Code.ours()) {
            if (type.isRecord()) {
                Class<?> loaded = type.reflect();
                var parts = Arrays.asList(loaded.getRecordComponents());
                if (parts.stream().anyMatch(part -> part.getType() == Secret.class)) {
                    found.add(loaded);
                }
            }
        }
        assertThat(found).as("those with a secret alone, and those with one beside others")
                .contains(KeyState.Present.class, Takeaway.Place.class, MovedConnection.class);
        return found;
    }
}
