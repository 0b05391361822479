-- Idempotency keys: what a request with such a key has done and how it was answered, written in the transaction of the effect.
--
-- A key belongs to its caller and not to a district: the same key sent to another district is the same request gone astray.
-- Locks:  none that matter; the tables are new.
-- Undo:   drop the tables.

CREATE TABLE idempotency_keys (
    caller       text NOT NULL,
    key          text NOT NULL,
    act          text NOT NULL,
    request_hash bytea NOT NULL,
    answer       bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (caller, key),
    CONSTRAINT idempotency_keys_key_shape CHECK (key ~ '^[!-~]{1,255}$'),
    CONSTRAINT idempotency_keys_hash_whole CHECK (octet_length(request_hash) = 32)
);

CREATE INDEX idempotency_keys_oldest_idx ON idempotency_keys (created_at);

COMMENT ON COLUMN idempotency_keys.answer IS 'The answer as the edge wrote it; null only while the transaction of the effect runs';

-- How long what is kept: rules as data, each with its source.
CREATE TABLE retention_periods (
    subject        text NOT NULL,
    days           integer NOT NULL,
    source_chinese text NOT NULL,
    source_english text NOT NULL,
    CONSTRAINT retention_periods_pkey PRIMARY KEY (subject),
    CONSTRAINT retention_periods_days_possible CHECK (days BETWEEN 1 AND 36500)
);

INSERT INTO retention_periods (subject, days, source_chinese, source_english) VALUES
    ('idempotency-keys', 7, '默认：重试不会晚于一周；答复含个人信息，不宜久存',
     'default: nobody tries again after a week, and answers hold personal data, which is not to be kept for long');

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO incubator_service;
        GRANT SELECT ON retention_periods TO incubator_service;
    END IF;
END
$$;
