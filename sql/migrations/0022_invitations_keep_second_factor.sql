-- An invitation to whoever has forgotten the password alone leaves the second factor as it is, so that the way back in is no way around it.
--
-- Locks:  access exclusive on invitations, for an instant; a constant default rewrites nothing.
-- Undo:   drop the column.

ALTER TABLE invitations
    ADD COLUMN keeps_second_factor boolean NOT NULL DEFAULT false;
