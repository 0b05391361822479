-- Accounts: who may come in, what they hold, and how they prove who they are.
--
-- Secrets are never stored as they are: passwords as scrypt hashes, tokens and recovery codes of 80 random bits and more as SHA-256, seeds
-- of second factors encrypted under a key that the database does not have. Accounts belong to the nation, not to a district: a person who
-- moves to another district is the same person.
--
-- A transaction sees and changes these rows when it says that it signs somebody in or administers accounts (incubator.duty), and those of
-- one account when it acts as that account (incubator.account). Without either it sees nothing.
-- Locks:  none that matter; the tables are new.
-- Undo:   drop the tables.

CREATE TABLE accounts (
    account            bigint GENERATED ALWAYS AS IDENTITY,
    login              text NOT NULL,
    folded_login       text NOT NULL,
    display_name       text NOT NULL,
    state              text NOT NULL DEFAULT 'invited',
    -- Which kind of role the account may hold; null before its first role. It never changes while there is a holding, ended ones too.
    duty               text,
    password_hash      text,
    -- What is sealed cannot be read here.
    second_factor      bytea,
    new_second_factor  bytea,
    last_code_step     bigint,
    created_at         timestamptz NOT NULL DEFAULT now(),
    version            bigint NOT NULL DEFAULT 1,
    CONSTRAINT accounts_pkey PRIMARY KEY (account),
    CONSTRAINT accounts_login_key UNIQUE (folded_login),
    CONSTRAINT accounts_duty_key UNIQUE (account, duty),
    CONSTRAINT accounts_login_length CHECK (char_length(login) BETWEEN 2 AND 64 AND folded_login <> ''),
    CONSTRAINT accounts_name_length CHECK (char_length(display_name) BETWEEN 1 AND 100),
    CONSTRAINT accounts_state_known CHECK (state IN ('invited', 'active', 'disabled')),
    CONSTRAINT accounts_duty_known CHECK (duty IN ('business', 'system', 'security', 'audit')),
    CONSTRAINT accounts_password_hash_shape
        CHECK (password_hash ~ '^\$scrypt\$ln=[0-9]{1,2},r=[0-9]{1,2},p=[0-9]{1,2}\$[0-9a-f]{32}\$[0-9a-f]{64}$'),
    CONSTRAINT accounts_version_positive CHECK (version > 0)
);

COMMENT ON COLUMN accounts.folded_login IS 'The login as it is compared: compatibility characters and capitals make no difference';
COMMENT ON COLUMN accounts.second_factor IS 'The seed of one-time codes, AES-256-GCM under a key kept in a file, bound to the account';
COMMENT ON COLUMN accounts.new_second_factor IS 'A seed that was shown and is not confirmed by a code yet';
COMMENT ON COLUMN accounts.last_code_step IS 'The step of the last code that was used; neither it nor an earlier one counts again';

-- Roles. Nobody who administers the register decides about money, and the three administrators are three people: the duty of a role is
-- repeated from the account, which has only one.
CREATE TABLE role_holdings (
    holding               bigint GENERATED ALWAYS AS IDENTITY,
    account               bigint NOT NULL,
    duty                  text NOT NULL,
    role                  text NOT NULL,
    scope                 text NOT NULL,
    area                  text,
    organization_district bigint,
    organization_serial   bigint,
    from_day              date NOT NULL,
    until_day             date,
    ended_at              timestamptz,
    -- The account that granted it; null for the operator at the machine.
    granted_by            bigint,
    granted_at            timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT role_holdings_pkey PRIMARY KEY (holding),
    CONSTRAINT role_holdings_account_key UNIQUE (holding, account),
    CONSTRAINT role_holdings_account_fkey FOREIGN KEY (account, duty) REFERENCES accounts (account, duty),
    CONSTRAINT role_holdings_area_fkey FOREIGN KEY (area) REFERENCES areas (code),
    CONSTRAINT role_holdings_duty_of_role CHECK (duty = CASE role
        WHEN 'systemAdministrator' THEN 'system'
        WHEN 'securityAdministrator' THEN 'security'
        WHEN 'auditAdministrator' THEN 'audit'
        ELSE 'business' END),
    CONSTRAINT role_holdings_role_known CHECK (role IN ('hubStaff', 'hubManager', 'official', 'fundingApprover', 'disburser', 'reviewer',
        'organizationMember', 'auditor', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
    CONSTRAINT role_holdings_scope_of_role CHECK (CASE scope
        WHEN 'organization' THEN role = 'organizationMember'
        WHEN 'area' THEN role <> 'organizationMember' AND duty = 'business'
        ELSE role <> 'organizationMember' END),
    CONSTRAINT role_holdings_scope_whole CHECK (CASE scope
        WHEN 'nation' THEN area IS NULL AND organization_district IS NULL AND organization_serial IS NULL
        WHEN 'area' THEN area IS NOT NULL AND organization_district IS NULL AND organization_serial IS NULL
        WHEN 'organization' THEN area IS NULL AND organization_district BETWEEN 110000 AND 999999 AND organization_serial > 0
        ELSE false END),
    CONSTRAINT role_holdings_days_in_order CHECK (until_day >= from_day),
    CONSTRAINT role_holdings_end_has_day CHECK (ended_at IS NULL OR until_day IS NOT NULL),
    CONSTRAINT role_holdings_not_from_oneself CHECK (granted_by <> account)
);

CREATE INDEX role_holdings_account_idx ON role_holdings (account, duty);
-- The same role twice, open at both ends, is a mistake; what lies in time one after the other is not.
CREATE UNIQUE INDEX role_holdings_open_idx ON role_holdings (account, role, scope, area, organization_district, organization_serial)
    NULLS NOT DISTINCT WHERE until_day IS NULL;

CREATE TABLE sessions (
    token_hash       bytea NOT NULL,
    session          bigint GENERATED ALWAYS AS IDENTITY,
    account          bigint NOT NULL,
    created_at       timestamptz NOT NULL,
    last_seen_at     timestamptz NOT NULL,
    -- When the person last proved who they are: at sign-in, then by a code or the password for a sensitive act.
    confirmed_at     timestamptz NOT NULL,
    second_factor_at timestamptz,
    csrf_secret      bytea NOT NULL,
    device           text,
    CONSTRAINT sessions_pkey PRIMARY KEY (token_hash),
    CONSTRAINT sessions_number_key UNIQUE (session),
    CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES accounts (account),
    CONSTRAINT sessions_token_hash_whole CHECK (octet_length(token_hash) = 32),
    CONSTRAINT sessions_csrf_secret_whole CHECK (octet_length(csrf_secret) = 32),
    CONSTRAINT sessions_device_length CHECK (char_length(device) <= 100),
    CONSTRAINT sessions_times_in_order CHECK (last_seen_at >= created_at AND confirmed_at >= created_at)
);

CREATE INDEX sessions_account_idx ON sessions (account);
CREATE INDEX sessions_oldest_idx ON sessions (created_at);

CREATE TABLE invitations (
    token_hash bytea NOT NULL,
    account    bigint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT invitations_pkey PRIMARY KEY (token_hash),
    CONSTRAINT invitations_account_fkey FOREIGN KEY (account) REFERENCES accounts (account),
    CONSTRAINT invitations_token_hash_whole CHECK (octet_length(token_hash) = 32),
    CONSTRAINT invitations_times_in_order CHECK (expires_at > created_at AND used_at >= created_at)
);

CREATE INDEX invitations_account_idx ON invitations (account);

CREATE TABLE recovery_codes (
    account   bigint NOT NULL,
    code_hash bytea NOT NULL,
    used_at   timestamptz,
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (account, code_hash),
    CONSTRAINT recovery_codes_account_fkey FOREIGN KEY (account) REFERENCES accounts (account),
    CONSTRAINT recovery_codes_hash_whole CHECK (octet_length(code_hash) = 32)
);

-- Tokens for programs. Each acts by one holding of its account and does only what it names.
CREATE TABLE api_tokens (
    token        bigint GENERATED ALWAYS AS IDENTITY,
    token_hash   bytea NOT NULL,
    account      bigint NOT NULL,
    holding      bigint NOT NULL,
    name         text NOT NULL,
    scopes       text[] NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_on date,
    CONSTRAINT api_tokens_pkey PRIMARY KEY (token),
    CONSTRAINT api_tokens_hash_key UNIQUE (token_hash),
    CONSTRAINT api_tokens_holding_fkey FOREIGN KEY (holding, account) REFERENCES role_holdings (holding, account),
    CONSTRAINT api_tokens_hash_whole CHECK (octet_length(token_hash) = 32),
    CONSTRAINT api_tokens_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT api_tokens_scopes_given CHECK (cardinality(scopes) BETWEEN 1 AND 100 AND array_position(scopes, NULL) IS NULL),
    CONSTRAINT api_tokens_times_in_order CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days')
);

CREATE INDEX api_tokens_holding_idx ON api_tokens (holding, account);
CREATE INDEX api_tokens_account_idx ON api_tokens (account);

-- Whom an identity provider vouches for. A subject is only unique together with its issuer.
CREATE TABLE external_identities (
    issuer    text NOT NULL,
    subject   text NOT NULL,
    account   bigint NOT NULL,
    linked_at timestamptz NOT NULL,
    CONSTRAINT external_identities_pkey PRIMARY KEY (issuer, subject),
    CONSTRAINT external_identities_account_key UNIQUE (account, issuer),
    CONSTRAINT external_identities_account_fkey FOREIGN KEY (account) REFERENCES accounts (account),
    CONSTRAINT external_identities_lengths CHECK (char_length(issuer) BETWEEN 1 AND 300 AND char_length(subject) BETWEEN 1 AND 255)
);

-- A way to the identity provider and back, from the moment a browser leaves until it returns.
CREATE TABLE provider_sign_ins (
    state_hash    bytea NOT NULL,
    nonce         text NOT NULL,
    code_verifier text NOT NULL,
    expires_at    timestamptz NOT NULL,
    CONSTRAINT provider_sign_ins_pkey PRIMARY KEY (state_hash),
    CONSTRAINT provider_sign_ins_state_hash_whole CHECK (octet_length(state_hash) = 32)
);

CREATE INDEX provider_sign_ins_oldest_idx ON provider_sign_ins (expires_at);

-- Token buckets, each as the one moment from which it is full again. Who is tried is kept as a hash only.
CREATE TABLE rate_limits (
    action  text NOT NULL,
    subject bytea NOT NULL,
    full_at timestamptz NOT NULL,
    CONSTRAINT rate_limits_pkey PRIMARY KEY (action, subject),
    CONSTRAINT rate_limits_subject_whole CHECK (octet_length(subject) = 32)
);

CREATE INDEX rate_limits_full_idx ON rate_limits (full_at);

-- From where an account signed in lately, as a hash of the address: who tries passwords elsewhere does not slow down the person there.
CREATE TABLE sign_in_places (
    account bigint NOT NULL,
    place   bytea NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT sign_in_places_pkey PRIMARY KEY (account, place),
    CONSTRAINT sign_in_places_account_fkey FOREIGN KEY (account) REFERENCES accounts (account),
    CONSTRAINT sign_in_places_place_whole CHECK (octet_length(place) = 32)
);

DO $$
DECLARE
    name text;
    -- A setting that was made in an earlier transaction of the same connection is an empty text, not null.
    on_duty CONSTANT text := 'coalesce(current_setting(''incubator.duty'', true), '''') IN (''sign-in'', ''administration'')';
    own CONSTANT text := 'account = (SELECT nullif(current_setting(''incubator.account'', true), '''')::bigint)';
BEGIN
    FOREACH name IN ARRAY ARRAY['accounts', 'role_holdings', 'sessions', 'invitations', 'recovery_codes', 'api_tokens',
        'external_identities', 'sign_in_places']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY %I ON %I USING (%s OR %s)', name || '_on_duty_or_own', name, on_duty, own);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['provider_sign_ins', 'rate_limits']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY %I ON %I USING (%s)', name || '_on_duty', name, on_duty);
    END LOOP;
END
$$;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT, UPDATE ON accounts, sessions, invitations, recovery_codes, external_identities, provider_sign_ins,
            rate_limits, sign_in_places TO incubator_service;
        GRANT DELETE ON sessions, invitations, recovery_codes, external_identities, provider_sign_ins, rate_limits, sign_in_places
            TO incubator_service;
        GRANT SELECT, INSERT ON role_holdings, api_tokens TO incubator_service;
        GRANT UPDATE (until_day, ended_at) ON role_holdings TO incubator_service;
        GRANT UPDATE (revoked_at, last_used_on) ON api_tokens TO incubator_service;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO incubator_service;
    END IF;
END
$$;
