package app.loupe.odoo;

import java.nio.charset.StandardCharsets;

/**
 * One request as it will go out, except for the secret: the serialised form that {@link ReadOnlyGate} inspects.
 *
 * @param verb GET or POST
 * @param path below the address, beginning with a slash
 * @param before the body up to the secret (all of it when the body holds none)
 * @param after the body behind the secret
 * @param place where the secret goes
 * @param database value of X-Odoo-Database; empty for none
 */
record WireMessage(String verb, String path, String before, String after, SecretPlace place, String database) {
    /** Where a secret goes. */
    enum SecretPlace {
        /** Nowhere: the request is open to anybody. */
        NOWHERE,
        /** As a JSON string between the two halves of the body. */
        BODY,
        /** As a bearer token in the head. */
        HEADER
    }

    static WireMessage open(String verb, String path, String body) {
        return new WireMessage(verb, path, body, "", SecretPlace.NOWHERE, "");
    }

    /** The body with an empty string in the secret's place, to be read as JSON. */
    String bodyWithoutSecret() {
        return place == SecretPlace.BODY ? before + "\"\"" + after : before + after;
    }

    byte[] beforeBytes() {
        return before.getBytes(StandardCharsets.UTF_8);
    }

    byte[] afterBytes() {
        return after.getBytes(StandardCharsets.UTF_8);
    }
}
