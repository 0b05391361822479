-- Areas: administrative divisions and the smaller units below them.
--
-- The national list is reference data, the same for everybody, so it carries no district column and no policy.
-- Locks:  none that matter; the tables are new.
-- Undo:   drop the table.

CREATE TABLE areas (
    code         text NOT NULL,
    name         text NOT NULL,
    english_name text,
    level        text NOT NULL,
    parent       text,
    valid_from   date,
    valid_until  date,
    successor    text,
    origin       text NOT NULL DEFAULT 'local',
    CONSTRAINT areas_pkey PRIMARY KEY (code),
    CONSTRAINT areas_parent_fkey FOREIGN KEY (parent) REFERENCES areas (code),
    CONSTRAINT areas_successor_fkey FOREIGN KEY (successor) REFERENCES areas (code),
    CONSTRAINT areas_level_known
        CHECK (level IN ('province', 'prefecture', 'county', 'township', 'community', 'neighbourhood', 'compound', 'grid')),
    CONSTRAINT areas_code_fits_level CHECK (
        CASE level
            WHEN 'province' THEN code ~ '^[0-9]{2}$'
            WHEN 'prefecture' THEN code ~ '^[0-9]{4}$'
            WHEN 'county' THEN code ~ '^[0-9]{6}$'
            WHEN 'township' THEN code ~ '^[0-9]{9}$'
            WHEN 'community' THEN code ~ '^[0-9]{12}$'
            ELSE code ~ '^[0-9]{12}-[0-9A-Z]{1,12}$'
        END),
    CONSTRAINT areas_parent_unless_province CHECK (parent IS NOT NULL OR level = 'province'),
    CONSTRAINT areas_not_own_parent CHECK (parent <> code),
    CONSTRAINT areas_not_own_successor CHECK (successor <> code),
    CONSTRAINT areas_validity_in_order CHECK (valid_from <= valid_until),
    CONSTRAINT areas_successor_only_when_ended CHECK (successor IS NULL OR valid_until IS NOT NULL),
    CONSTRAINT areas_name_not_blank CHECK (btrim(name) <> ''),
    CONSTRAINT areas_origin_known CHECK (origin IN ('national', 'local'))
);

CREATE INDEX areas_parent_idx ON areas (parent, code);
CREATE INDEX areas_successor_idx ON areas (successor) WHERE successor IS NOT NULL;
CREATE INDEX areas_name_idx ON areas (name);

COMMENT ON TABLE areas IS 'Administrative divisions and smaller local units; the level is recorded, never read off the name';
COMMENT ON COLUMN areas.successor IS 'The area that took over when this code was retired; reports roll old codes into it';
