package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of security providers of the packaged runtime: Java finds each without a look into the jars. */
class SecurityProvidersTest {
    @TempDir
    Path runtime;

    private Path list;

    @BeforeEach
    void aRuntime() throws IOException {
        list = Files.createDirectories(runtime.resolve("conf/security")).resolve("java.security");
        Files.writeString(list, """
                # words
                security.provider.1=SUN
                security.provider.2=XMLDSig
                security.provider.3=NobodyKnowsIt
                security.provider.4=SunJCE with words
                keystore.type=pkcs12
                """);
    }

    @Test
    void thoseWithoutTheirModuleGoAndTheOthersFollowEachOther() throws Exception {
        Files.writeString(runtime.resolve("release"), "MODULES=\"java.base java.sql\"\n");

        assertThat(trim()).isZero();

        assertThat(list).hasContent("""
                # words
                security.provider.1=SUN
                security.provider.2=SunJCE with words
                keystore.type=pkcs12
                """);
    }

    @Test
    void thoseWithTheirModuleStay() throws Exception {
        Files.writeString(runtime.resolve("release"), "MODULES=\"java.base java.xml.crypto\"\n");

        assertThat(trim()).isZero();

        assertThat(list).content().contains("security.provider.2=XMLDSig\n", "security.provider.3=SunJCE");
    }

    @Test
    void aRuntimeWithoutAnyIsRefused() throws Exception {
        Files.writeString(runtime.resolve("release"), "MODULES=\"java.sql\"\n");

        assertThat(trim()).isNotZero();

        assertThat(list).content().contains("security.provider.1=SUN");
    }

    @Test
    void everySystemsApplicationFolderIsMadeSo() throws Exception {
        for (String script : List.of("app-image.sh", "app-image.ps1")) {
            assertThat(Files.readString(Path.of("packaging", script)).replace('\\', '/')).as(script)
                    .containsSubsequence("jlink", "packaging/SecurityProviders.java");
        }
    }

    private int trim() throws IOException, InterruptedException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "packaging/SecurityProviders.java", runtime.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
