CREATE TABLE odoo_connections (
    id CHARACTER VARYING(8) NOT NULL,
    user_id CHARACTER VARYING(64) NOT NULL,
    url CHARACTER VARYING(4000) NOT NULL,
    database CHARACTER VARYING(1000) NOT NULL,
    username CHARACTER VARYING(1000) NOT NULL,
    encrypted_password CHARACTER VARYING(10000) NOT NULL,
    PRIMARY KEY (user_id, id)
);

-- the empty user holds what belongs to the installation: its id, its accounts and the name of each one's invoice store
CREATE TABLE vault_meta (
    user_id CHARACTER VARYING(64) NOT NULL,
    name CHARACTER VARYING(1000) NOT NULL,
    "VALUE" CHARACTER VARYING(100000) NOT NULL,
    PRIMARY KEY (user_id, name)
);

INSERT INTO vault_meta (user_id, name, "VALUE") VALUES ('', 'install-id', CAST(RANDOM_UUID() AS CHARACTER VARYING));
