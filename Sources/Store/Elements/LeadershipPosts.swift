package import Incubation
package import Postgres
package import Values

/// An organization's leadership posts, the newest first, each with its holder, whose name is still sealed.
package struct SelectLeadershipPosts: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT l.post, l.chosen_by, l.term_began, l.term_ends, l.left_on, p.person, p.state, p.wrapped_key, p.name
          FROM leadership_posts l
          JOIN people p ON p.district = l.district AND p.serial = l.serial AND p.person = l.person
         WHERE l.district = \(number.district) AND l.serial = \(number.serial)
         ORDER BY l.term_began DESC, l.entry DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (post: LeadershipPost, holder: StoredPerson) {
        let (post, chosenBy, began, ends, left, person, state, key, name) = try row.decode(
            as: PostKind.self, SelectionMethod.self, Day.self, Day?.self, Day?.self, Int64.self, PersonState.self, [UInt8]?.self,
            [UInt8]?.self)
        return (
            LeadershipPost(post: post, personName: nil, chosenBy: chosenBy, termBegan: began, termEnds: ends, left: left),
            StoredPerson(person: person, state: state, wrappedKey: key, name: name)
        )
    }
}

/// Adds a post. The same person in the same post from the same day fails with `leadership_posts_once`.
package struct InsertLeadershipPost: Command {
    let number: OrganizationNumber
    let post: LeadershipPost
    let holder: Int64
    let recordedOn: Day

    /// - Parameter holder: the person's number; the post's own name is not stored here.
    package init(_ post: LeadershipPost, heldBy holder: Int64, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.post = post
        self.holder = holder
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO leadership_posts (district, serial, post, person, chosen_by, term_began, term_ends, left_on, recorded_on)
        VALUES (\(number.district), \(number.serial), \(post.post), \(holder), \(post.chosenBy), \(post.termBegan), \(post.termEnds),
                \(post.left), \(recordedOn))
        """
    }
}
