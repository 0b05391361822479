-- Documents that are issued under a number by which anybody can have them confirmed: notices of decisions, certificates of graduation,
-- summaries of files.
--
-- The notice and the certificate are written in the transaction of the decision. Whoever has the number of a document sees its row, by the
-- setting incubator.document, and nothing else of the organization; everybody else sees what their scope reaches.
-- Decisions that were taken before have no notice.
-- Locks:  none that matter; the table is new.
-- Undo:   drop the table.

CREATE TABLE documents (
    district            bigint NOT NULL,
    serial              bigint NOT NULL,
    document            bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    verification_number text NOT NULL,
    kind                text NOT NULL,
    organization_name   text NOT NULL,
    decision            integer,
    public_facts        bytea,
    issued_on           date NOT NULL,
    issued_by           text NOT NULL,
    withdrawn_on        date,
    withdrawn_by        text,
    withdrawal_reason   text,
    CONSTRAINT documents_pkey PRIMARY KEY (district, serial, document),
    CONSTRAINT documents_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial),
    CONSTRAINT documents_decision_fkey FOREIGN KEY (district, serial, decision)
        REFERENCES case_decisions (district, serial, decision),
    -- A decision has one notice and one certificate at most; of summaries, without a decision, there may be any number.
    CONSTRAINT documents_of_decision_key UNIQUE (district, serial, decision, kind),
    CONSTRAINT documents_number_shape CHECK (verification_number ~ '^[0-9A-HJKMNP-TV-Z]{18}$'),
    CONSTRAINT documents_kind_known CHECK (kind IN ('decisionNotice', 'graduationCertificate', 'fileSummary')),
    CONSTRAINT documents_decision_of_kind CHECK ((kind = 'fileSummary') = (decision IS NULL)),
    CONSTRAINT documents_facts_of_kind CHECK ((kind = 'fileSummary') = (public_facts IS NOT NULL)),
    CONSTRAINT documents_facts_whole CHECK (octet_length(public_facts) = 32),
    CONSTRAINT documents_issuer_shape CHECK (issued_by ~ '^[0-9a-z-]{1,64}$'),
    CONSTRAINT documents_withdrawn_by_shape CHECK (withdrawn_by ~ '^[0-9a-z-]{1,64}$'),
    CONSTRAINT documents_withdrawal_whole CHECK (num_nonnulls(withdrawn_on, withdrawn_by, withdrawal_reason) IN (0, 3)),
    CONSTRAINT documents_in_order CHECK (withdrawn_on >= issued_on)
);

-- Not unique across districts by a key: 80 random bits do not meet.
CREATE INDEX documents_number_idx ON documents (verification_number);

COMMENT ON COLUMN documents.organization_name IS 'The name as it is printed on the document';
COMMENT ON COLUMN documents.public_facts IS 'SHA-256 of what was public of the organization when its summary was issued';

CALL hold_to_scope('documents');
CREATE POLICY by_number ON documents FOR SELECT
    USING (verification_number = (SELECT nullif(current_setting('incubator.document', true), '')));

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT ON documents TO incubator_service;
        GRANT UPDATE (withdrawn_on, withdrawn_by, withdrawal_reason) ON documents TO incubator_service;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO incubator_service;
    END IF;
END
$$;
