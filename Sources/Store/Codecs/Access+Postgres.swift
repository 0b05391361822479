package import Access
import Postgres

extension AccountNumber: PostgresCodable {}
extension Role: PostgresCodable {}
extension AccountState: PostgresCodable {}
extension Duty: PostgresCodable {}
