-- What somebody typed before their browser left for the identity provider, because their session had ended in the middle of a form. It is
-- encrypted under what that browser alone keeps, and gone when the browser comes back or after ten minutes.
--
-- Locks:  access exclusive on provider_sign_ins, for an instant; no rewrite.
-- Undo:   drop the column; a form whose session ended is then lost where its sender comes in by the provider.

ALTER TABLE provider_sign_ins
    ADD COLUMN typed bytea,
    -- As large as a form may be, with what encrypting adds.
    ADD CONSTRAINT provider_sign_ins_typed_length CHECK (octet_length(typed) <= 1048576 + 28);

COMMENT ON COLUMN provider_sign_ins.typed IS 'What was typed before, encrypted (AES-256-GCM) under what the cookie of browser_hash holds';
