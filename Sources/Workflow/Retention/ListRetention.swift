import Access
package import Store
package import Values

/// Lists how long what is kept, and by what right.
package struct ListRetention: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(as caller: Caller) async throws -> [RetentionPeriod] {
        try await registry.reading(.listRetention, of: .nation, as: caller) { try await $0.all(SelectRetentionPeriods()) }
    }
}

extension RetentionPeriod.Keeps {
    package var words: BilingualText {
        switch self {
        case .atMost: text("最多", "at most")
        case .atLeast: text("至少", "at least")
        }
    }
}

extension RetentionPeriod.Keeper {
    package var words: BilingualText {
        switch self {
        case .register: text("本系统", "the register")
        case .operator: text("运行单位", "whoever runs it")
        }
    }
}

extension RetentionPeriod.Certainty {
    package var words: BilingualText {
        switch self {
        case .text: BilingualText(zh: "法条原文", en: "the law's text")
        case .secondary: BilingualText(zh: "转述", en: "a secondary source")
        case .memory: BilingualText(zh: "未核对", en: "from memory")
        case .default: BilingualText(zh: "本系统默认", en: "chosen here")
        }
    }
}
