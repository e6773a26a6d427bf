package testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates for tests: a good one, and each kind of bad one. Every identity is a chain with its key. */
public final class TestCertificates {
    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final char[] NO_PASSWORD = "x".toCharArray();

    private TestCertificates() {}

    /** A chain, leaf first, and the key of the leaf. */
    public record Identity(List<X509Certificate> chain, PrivateKey key) {
        /** Copies the chain. */
        public Identity {
            chain = List.copyOf(chain);
        }

        /** The certificate that the server shows first. */
        public X509Certificate leaf() {
            return chain.getFirst();
        }

        /** The same key with a shorter chain: as a server that forgot its intermediate. */
        public Identity leafOnly() {
            return new Identity(List.of(leaf()), key);
        }

        /** A TLS context that serves this identity. */
        public SSLContext serverContext() {
            try {
                var store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
                var keys = KeyManagerFactory.getInstance("PKIX");
                keys.init(store, NO_PASSWORD);
                var context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What is unusual about a certificate; the defaults make a good one for localhost. */
    public static final class Recipe {
        private String subject = "CN=localhost";
        private List<GeneralName> names = List.of(new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        private Instant from = Instant.now().minus(Duration.ofDays(1));
        private Instant until = Instant.now().plus(Duration.ofDays(30));
        private String hash = "SHA256";
        private KeyPair keys = ec();
        private boolean authority;

        /** Host names of the subject alternative names; none leaves the extension out. */
        public Recipe names(String... dnsNames) {
            names = Arrays.stream(dnsNames).map(name -> new GeneralName(GeneralName.dNSName, name)).toList();
            return this;
        }

        /** One subject alternative name, of this kind of a {@link GeneralName}. */
        public Recipe name(int kind, String name) {
            names = List.of(new GeneralName(kind, name));
            return this;
        }

        /** Distinguished name. */
        public Recipe subject(String name) {
            subject = name;
            return this;
        }

        /** Validity relative to now. */
        public Recipe valid(Duration fromNow, Duration untilNow) {
            from = Instant.now().plus(fromNow);
            until = Instant.now().plus(untilNow);
            return this;
        }

        /** RSA key of so many bits in place of an elliptic curve. */
        public Recipe rsa(int bits) {
            keys = TestCertificates.rsa(bits);
            return this;
        }

        /** Signs with another hash. */
        public Recipe hash(String name) {
            hash = name;
            return this;
        }

        /** Makes an authority. */
        public Recipe authority() {
            authority = true;
            names = List.of();
            return this;
        }

        /** Signed by itself. */
        public Identity selfSigned() {
            return new Identity(List.of(sign(subject, keys.getPrivate())), keys.getPrivate());
        }

        /** Signed by an authority. */
        public Identity signedBy(Identity issuer) {
            var chain = new ArrayList<X509Certificate>();
            chain.add(sign(issuer.leaf().getSubjectX500Principal().getName(), issuer.key()));
            chain.addAll(issuer.chain());
            return new Identity(chain, keys.getPrivate());
        }

        private X509Certificate sign(String issuer, PrivateKey signer) {
            try {
                var builder = new JcaX509v3CertificateBuilder(new X500Principal(issuer),
                        BigInteger.valueOf(SERIAL.getAndIncrement()), Date.from(from), Date.from(until),
                        new X500Principal(subject), keys.getPublic());
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                if (!names.isEmpty()) {
                    builder.addExtension(Extension.subjectAlternativeName, false,
                            new GeneralNames(names.toArray(GeneralName[]::new)));
                }
                String algorithm = hash + "with" + (signer.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
                return new JcaX509CertificateConverter()
                        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
            } catch (OperatorCreationException | CertIOException | GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Begins a good certificate for localhost. */
    public static Recipe certificate() {
        return new Recipe();
    }

    /** A new authority. */
    public static Identity authority(String name) {
        return certificate().subject("CN=" + name).authority().selfSigned();
    }

    /** Trusts these authorities alone, as Java's own check does. */
    public static X509TrustManager trusting(Identity... authorities) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < authorities.length; i++) {
                store.setCertificateEntry("ca" + i, authorities[i].leaf());
            }
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair ec() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
