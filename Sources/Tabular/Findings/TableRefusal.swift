/// The table cannot be read, or not any further. Says where and what to do.
package struct TableRefusal: Error, Hashable, Sendable {
    /// What stopped the reading; the first of several for a mapping file.
    package let finding: Finding
    /// The rest, where more than one thing is wrong.
    package let others: [Finding]

    package init(_ finding: Finding, others: [Finding] = []) {
        self.finding = finding
        self.others = others
    }

    /// Everything that is wrong, in order.
    package var findings: [Finding] { [finding] + others }
}
