package import Incubation
package import Postgres
import Values

/// An organization's yearly accounts, the newest year first, each receipt a row.
package struct SelectYearlyAccounts: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT period_end, received_on, currency, income, income_government, income_purchased_services, income_donations, income_membership_fees,
               income_own_services, income_other, spending, administrative_spending, assets, cash, liabilities, net_assets, members, staff
          FROM yearly_accounts
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY period_end DESC, received_on DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> YearlyAccounts {
        let (
            periodEnd, receivedOn, currency, income, government, purchased, donations, fees, own, other, spending, administrative, assets,
            cash,
            liabilities, netAssets, members, staff
        ) = try row.decode(
            as: Day.self, Day.self, String.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self,
            Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Int32?.self, Int32?.self)
        let sources: [(IncomeSource, Money?)] = [
            (.government, government), (.purchasedServices, purchased), (.donations, donations), (.membershipFees, fees),
            (.ownServices, own),
            (.other, other),
        ]
        return YearlyAccounts(
            periodEnd: periodEnd, receivedOn: receivedOn, currency: currency, income: income,
            incomeBySource: Dictionary(uniqueKeysWithValues: sources.compactMap { source, money in money.map { (source, $0) } }),
            spending: spending, administrativeSpending: administrative, assets: assets, cash: cash, liabilities: liabilities,
            netAssets: netAssets,
            members: members, staff: staff)
    }
}

/// Adds accounts as received on a day. The same year received twice on one day fails with `yearly_accounts_pkey`.
package struct InsertYearlyAccounts: Command {
    let number: OrganizationNumber
    let accounts: YearlyAccounts

    package init(_ accounts: YearlyAccounts, for number: OrganizationNumber) {
        self.number = number
        self.accounts = accounts
    }

    package var sql: SQL {
        """
        INSERT INTO yearly_accounts (
            district, serial, period_end, received_on, currency, income, income_government, income_purchased_services, income_donations,
            income_membership_fees, income_own_services, income_other, spending, administrative_spending, assets, cash, liabilities, net_assets,
            members, staff)
        VALUES (
            \(number.district), \(number.serial), \(accounts.periodEnd), \(accounts.receivedOn), \(accounts.currency), \(accounts.income),
            \(accounts.incomeBySource[.government]), \(accounts.incomeBySource[.purchasedServices]), \(accounts.incomeBySource[.donations]),
            \(accounts.incomeBySource[.membershipFees]), \(accounts.incomeBySource[.ownServices]), \(accounts.incomeBySource[.other]),
            \(accounts.spending), \(accounts.administrativeSpending), \(accounts.assets), \(accounts.cash), \(accounts.liabilities),
            \(accounts.netAssets), \(accounts.members), \(accounts.staff))
        """
    }
}
