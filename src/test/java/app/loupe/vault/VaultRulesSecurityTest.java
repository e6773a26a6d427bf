package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PhraseKey;
import app.loupe.domain.SecretAccess;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class VaultRulesSecurityTest {
    private static final JavaClasses LOUPE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("app.loupe");

    private static final Set<String> HAND_MADE = Set.of(Cipher.class.getName(), SecretKeySpec.class.getName());

    private static List<String> callers(Class<?> owner, String method) {
        return LOUPE.stream().flatMap(VaultRulesSecurityTest::calls)
                .filter(call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method))
                .map(call -> call.getOrigin().getOwner().getSimpleName() + "." + call.getOrigin().getName()).toList();
    }

    private static Stream<JavaMethodCall> calls(JavaClass type) {
        return type.getMethodCallsFromSelf().stream();
    }

    @Test
    void s31_aPasswordIsDecryptedAtOneCallSite() {
        assertThat(callers(Aead.class, "decrypt")).containsExactlyInAnyOrder("MasterKeys.open", "WrappingKey.open");
        assertThat(callers(MasterKeys.class, "open")).containsExactlyInAnyOrder("RowSeal.open",
                "SealedFacts.opensCheckValue", "SealedFacts.fileKey", "SealedFacts.profiles", "SealedFacts.search",
                "SealedFacts.filters", "SealedFacts.retirement", "SealedFacts.deletions");
        assertThat(callers(PaddedPassword.class, "unpad")).containsExactlyInAnyOrder("RowSeal.open",
                "TransferKey.openPassword");
    }

    @Test
    void s31_whatAPassphraseOpensIsTheKeysetAndATransferFile() {
        assertThat(callers(WrappingKey.class, "open")).containsExactlyInAnyOrder("WrappingKey.unwrap",
                "TransferKey.open", "TransferKey.openPassword");
        assertThat(callers(PhraseKey.class, "openPassword")).containsExactly("RowReader.connection");
    }

    @Test
    void s31_besideTheWayToOdooOnlyATransferFileBorrowsAPassword() {
        assertThat(LOUPE.stream().filter(type -> !type.getPackageName().startsWith("app.loupe.odoo"))
                .flatMap(VaultRulesSecurityTest::calls)
                .filter(call -> call.getTargetOwner().isEquivalentTo(SecretAccess.class))
                .map(call -> call.getOrigin().getOwner().getSimpleName()).distinct()).containsExactly("Departure");
    }

    @Test
    void s31_anOpenedPasswordLeavesTheVaultThroughAccessOnly() {
        // the checks of every start and of the Security screen are not among them
        assertThat(callers(RowSeal.class, "open")).containsExactlyInAnyOrder("SealedVault.password",
                "VaultKeys.sealedAgain");
        assertThat(callers(SealedVault.class, "password")).containsExactly(".use");
    }

    @Test
    void s09_noCipherAndNoKeyIsMadeByHand() {
        assertThat(handMade(LOUPE)).isEmpty();
        assertThat(handMade(new ClassFileImporter().importClasses(WireFormat.class))).as("one that does so")
                .isNotEmpty();
    }

    private static List<String> handMade(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> HAND_MADE.contains(dependency.getTargetClass().getName()))
                .map(Dependency::getDescription).toList();
    }

    @Test
    void theLookForUpdatesKnowsNothingOfTheCryptoLibrariesButHowToVerify() {
        assertThat(LOUPE.stream().filter(type -> type.getPackageName().startsWith("app.loupe.updates"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(name -> name.startsWith("com.google.crypto.tink")).distinct())
                .containsExactlyInAnyOrder(KeysetHandle.class.getName(), TinkJsonProtoKeysetFormat.class.getName(),
                        PublicKeyVerify.class.getName(), RegistryConfiguration.class.getName(),
                        SignatureConfig.class.getName());
    }

    @Test
    void onlyTheVaultPackageKnowsTheCryptoLibrariesOtherwise() {
        assertThat(LOUPE.stream().filter(type -> !type.getPackageName().startsWith("app.loupe.vault"))
                .filter(type -> !type.getPackageName().startsWith("app.loupe.updates"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(name -> name.startsWith("com.google.crypto.tink") || name.startsWith("com.github.javakeyring")
                        || name.startsWith("org.bouncycastle.crypto.generators")))
                .isEmpty();
    }
}
