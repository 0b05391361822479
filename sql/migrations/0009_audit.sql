-- Audit: one event for every business act, refused ones too, chained by hashes within each district.
--
-- Events hold no personal data and no free text: names of acts, numbers of records, versions. The shapes below keep it so. Acts that
-- belong to no single district (areas, imports, assessments of the nation) are the chain 0.
-- Locks:  none that matter; the tables are new.
-- Undo:   drop the tables.

-- The end of every chain. An act locks the row last of all that it locks, so that the acts of a district queue and cannot deadlock.
CREATE TABLE audit_heads (
    district bigint NOT NULL,
    sequence bigint NOT NULL,
    hash     bytea NOT NULL,
    CONSTRAINT audit_heads_pkey PRIMARY KEY (district),
    CONSTRAINT audit_heads_district_possible CHECK (district = 0 OR district BETWEEN 110000 AND 999999),
    CONSTRAINT audit_heads_sequence_possible CHECK (sequence >= 0),
    CONSTRAINT audit_heads_hash_whole CHECK (octet_length(hash) = 32)
);

CREATE TABLE audit_events (
    district       bigint NOT NULL,
    sequence       bigint NOT NULL,
    previous_hash  bytea NOT NULL,
    hash           bytea NOT NULL,
    occurred_at    timestamptz NOT NULL,
    act            text NOT NULL,
    caller         text NOT NULL,
    subject        text NOT NULL,
    subject_key    text,
    version_before bigint,
    version_after  bigint,
    refusal        text,
    CONSTRAINT audit_events_pkey PRIMARY KEY (district, sequence),
    CONSTRAINT audit_events_district_possible CHECK (district = 0 OR district BETWEEN 110000 AND 999999),
    CONSTRAINT audit_events_sequence_positive CHECK (sequence > 0),
    CONSTRAINT audit_events_hashes_whole CHECK (octet_length(previous_hash) = 32 AND octet_length(hash) = 32),
    CONSTRAINT audit_events_act_shape CHECK (act ~ '^[a-z]{1,20}(-[a-z]{1,20}){0,5}$'),
    CONSTRAINT audit_events_caller_shape CHECK (caller ~ '^[0-9a-z-]{1,64}$'),
    CONSTRAINT audit_events_subject_shape CHECK (subject ~ '^[a-z]{1,20}(-[a-z]{1,20}){0,5}$'),
    CONSTRAINT audit_events_key_shape CHECK (subject_key ~ '^[0-9]{1,20}(-[0-9A-Z]{1,20})?$'),
    CONSTRAINT audit_events_refusal_shape CHECK (refusal ~ '^[a-z]{1,20}(-[a-z]{1,20}){0,9}$'),
    CONSTRAINT audit_events_versions_possible CHECK (version_before >= 0 AND version_after >= 0)
);

COMMENT ON TABLE audit_events IS 'Append-only: the service may add and read, never change or remove';
COMMENT ON COLUMN audit_events.hash IS 'SHA-256 of the event''s canonical bytes, which begin with the hash of the event before';
COMMENT ON COLUMN audit_events.refusal IS 'Why the act was refused, by its stable name; null when it was done';

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT ON audit_events TO incubator_service;
        GRANT SELECT, INSERT, UPDATE ON audit_heads TO incubator_service;
    END IF;
END
$$;
