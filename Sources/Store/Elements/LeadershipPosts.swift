package import Incubation
package import Postgres
package import Values

/// An organization's leadership posts, the newest first.
package struct SelectLeadershipPosts: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT post, person_name, chosen_by, term_began, term_ends, left_on
          FROM leadership_posts
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY term_began DESC, entry DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> LeadershipPost {
        let (post, person, chosenBy, began, ends, left) = try row.decode(
            as: PostKind.self, String.self, SelectionMethod.self, Day.self, Day?.self, Day?.self)
        return LeadershipPost(post: post, personName: person, chosenBy: chosenBy, termBegan: began, termEnds: ends, left: left)
    }
}

/// Adds a post. The same person in the same post from the same day fails with `leadership_posts_once`.
package struct InsertLeadershipPost: Command {
    let number: OrganizationNumber
    let post: LeadershipPost
    let recordedOn: Day

    package init(_ post: LeadershipPost, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.post = post
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO leadership_posts (district, serial, post, person_name, chosen_by, term_began, term_ends, left_on, recorded_on)
        VALUES (\(number.district), \(number.serial), \(post.post), \(post.personName), \(post.chosenBy), \(post.termBegan), \(post.termEnds),
                \(post.left), \(recordedOn))
        """
    }
}
