package import Appraisal
package import Incubation
package import Postgres
package import Values

/// Records an intervention.
package struct InsertIntervention: Command {
    let number: OrganizationNumber
    let intervention: Intervention
    let caller: String
    let recordedOn: Day

    package init(_ intervention: Intervention, for number: OrganizationNumber, by caller: String, recordedOn: Day) {
        self.number = number
        self.intervention = intervention
        self.caller = caller
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO interventions (district, serial, intervention, kind, held_on, reason, flag, run, result, recorded_by, recorded_on)
        SELECT \(number.district), \(number.serial), coalesce(max(intervention), 0) + 1, \(intervention.kind), \(intervention.heldOn),
               \(intervention.reason), \(intervention.flag), \(intervention.run), \(intervention.result), \(caller), \(recordedOn)
          FROM interventions
         WHERE district = \(number.district) AND serial = \(number.serial)
        """
    }
}

/// An organization's interventions, the newest first.
package struct SelectInterventions: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT intervention, kind, held_on, reason, flag, run, result, recorded_by, recorded_on
          FROM interventions
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY held_on DESC, intervention DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> RecordedIntervention {
        let (number, kind, heldOn, reason, flag, run, result, by, on) = try row.decode(
            as: Int32.self, Intervention.Kind.self, Day.self, Intervention.Reason.self, String?.self, Int64?.self, String?.self,
            String.self, Day.self)
        return RecordedIntervention(
            number: number,
            intervention: Intervention(kind: kind, heldOn: heldOn, reason: reason, flag: flag, run: run, result: result), recordedBy: by,
            recordedOn: on)
    }
}

/// Organizations without a flag, drawn by chance from a run's seed: the same ones however often they are drawn.
package struct DrawUnflagged: Statement {
    let run: Int64
    let seed: Int64
    let areas: AreaRoots?
    let limit: Int

    package init(from run: Int64, seed: Int64, areas: AreaRoots?, limit: Int) {
        self.run = run
        self.seed = seed
        self.areas = areas
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, o.name, o.english_name
          FROM assessments s
          JOIN organizations o ON o.district = s.district AND o.serial = s.serial
         WHERE s.run = \(run) AND s.flag_count = 0
           \(fragment: areas?.condition ?? "")
         ORDER BY md5(\(String(seed)) || ':' || s.district || '-' || s.serial)
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (number: OrganizationNumber, name: String, englishName: String?) {
        let (district, serial, name, englishName) = try row.decode(as: District.self, Int64.self, String.self, String?.self)
        return (OrganizationNumber(district: district, serial: serial), name, englishName)
    }
}

/// How many organizations of a run are watched or called unsustainable.
package struct CountWatched: Statement {
    let run: Int64
    let areas: AreaRoots?

    package init(in run: Int64, areas: AreaRoots?) {
        self.run = run
        self.areas = areas
    }

    package var sql: SQL {
        """
        SELECT count(*)
          FROM assessments s
          JOIN organizations o ON o.district = s.district AND o.serial = s.serial
         WHERE s.run = \(run) AND s.shown_status IN ('watch', 'unsustainable')
           \(fragment: areas?.condition ?? "")
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
