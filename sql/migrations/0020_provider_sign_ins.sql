-- Signing in by an identity provider: what the browser wanted is kept beside its way back, bound to that browser; identities have numbers.
--
-- Locks:  access exclusive on provider_sign_ins and external_identities, for an instant; the first holds ten minutes' worth of rows, which
--         are thrown away, the second is rewritten and has one row for each person who was linked.
-- Undo:   drop the columns.

DELETE FROM provider_sign_ins;

ALTER TABLE provider_sign_ins
    ADD COLUMN browser_hash    bytea NOT NULL,
    ADD COLUMN purpose         text NOT NULL,
    -- Who is signed in and goes to the provider.
    ADD COLUMN account         bigint,
    ADD COLUMN invitation_hash bytea,
    ADD COLUMN leading_to      text NOT NULL,
    ADD CONSTRAINT provider_sign_ins_account_fkey FOREIGN KEY (account) REFERENCES accounts (account),
    ADD CONSTRAINT provider_sign_ins_browser_hash_whole CHECK (octet_length(browser_hash) = 32),
    ADD CONSTRAINT provider_sign_ins_leading_to_length CHECK (char_length(leading_to) BETWEEN 1 AND 2000),
    ADD CONSTRAINT provider_sign_ins_purpose_whole CHECK (CASE purpose
        WHEN 'sign-in' THEN account IS NULL AND invitation_hash IS NULL
        WHEN 'activation' THEN account IS NULL AND octet_length(invitation_hash) = 32
        WHEN 'link' THEN account IS NOT NULL AND invitation_hash IS NULL
        WHEN 'confirmation' THEN account IS NOT NULL AND invitation_hash IS NULL
        ELSE false END);

CREATE INDEX provider_sign_ins_account_idx ON provider_sign_ins (account);

COMMENT ON COLUMN provider_sign_ins.browser_hash IS 'SHA-256 of what a cookie holds: another browser brings nothing back';
COMMENT ON COLUMN provider_sign_ins.leading_to IS 'The page of this site that the person wanted';

ALTER TABLE external_identities
    ADD COLUMN identity bigint GENERATED ALWAYS AS IDENTITY,
    ADD CONSTRAINT external_identities_number_key UNIQUE (identity);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO incubator_service;
    END IF;
END
$$;
