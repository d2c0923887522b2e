internal import EventStore
internal import Governance
internal import Values

/// What a person most likely does after an act, as lines that can be pasted.
enum NextSteps {
  /// By act; `$` stands for the thing that the act was about.
  private static let table: [String: [String]] = [
    "member admit": ["admin member show $", "admin seat list --filter member=$"],
    "member edit": ["admin member show $"],
    "member end": ["admin member list", "admin seat list --filter member=$"],
    "person add": ["admin person show $"],
    "person erase": ["admin verify", "admin person show $"],
    "approval confirm": ["admin approval list", "admin verify"],
    "approval withdraw": ["admin approval list"],
    "application file": [
      "admin application show $", "admin application opinion $ --help",
      "admin application decide $ --help",
    ],
    "application opinion": ["admin application show $", "admin application decide $ --help"],
    "application decide": ["admin application show $", "admin member list"],
    "application withdraw": ["admin application show $"],
    "seat appoint": ["admin seat show $", "admin directory list"],
    "seat replace": ["admin seat show $", "admin directory list"],
    "seat confirm": ["admin directory list"],
    "seat end": ["admin seat list"],
    "census open": ["admin tick", "admin census show $", "admin outbox list"],
    "census close": ["admin census show $", "admin coverage list"],
    "seat excuse": ["admin seat show $", "admin alternate show $"],
    "seat attend": ["admin seat show $"],
    "alternate appoint": ["admin alternate show $"],
    "alternate end": ["admin alternate list"],
    "board compose": ["admin board list"],
    "board swap": ["admin board list"],
    "board rotate": ["admin board list"],
    "board elect": ["admin board list"],
    "board coordinate": ["admin board list"],
    "meeting plan": ["admin meeting convene $", "admin meeting show $"],
    "meeting convene": ["admin meeting show $", "admin meeting open $ --help"],
    "meeting move": ["admin meeting show $", "admin meeting list"],
    "meeting cancel": ["admin meeting list", "admin obligation list"],
    "meeting open": ["admin meeting show $", "admin deliberation record --help"],
    "attendance excuse": ["admin meeting attendance $ --at 09:00 --all"],
    "attendance move": ["admin attendance show $"],
    "guest arrive": ["admin guest show $"], "guest leave": ["admin guest show $"],
    "floor request": ["admin speaker show $", "admin floor give $ --help"],
    "floor give": ["admin floor end $ --help", "admin speaker show $"],
    "floor end": ["admin floor give $ --help", "admin speaker show $"],
    "floor withdraw": ["admin speaker show $"], "floor limit": ["admin speaker show $"],
    "floor close": ["admin floor give $ --help", "admin speaker show $"],
    "proxy give": ["admin proxy show $", "admin proxy list"],
    "proxy revoke": ["admin proxy list"],
    "meeting close": ["admin meeting show $", "admin report publish --help"],
    "report publish": ["admin report list"],
    "agenda add": ["admin agenda list $", "admin meeting convocation $"],
    "agenda mark": ["admin agenda list $"],
    "agenda move": ["admin agenda list $"],
    "agenda withdraw": ["admin agenda list $"],
    "agenda freeze": ["admin agenda list $", "admin meeting convocation $"],
    "referral add": ["admin referral show $", "admin referral list"],
    "referral forward": ["admin referral show $"],
    "referral return": ["admin referral show $", "admin referral forward $ --help"],
    "referral answer": ["admin referral show $", "admin chain $"],
    "referral withdraw": ["admin referral list"],
    "invitation register": ["admin invitation list $"],
    "invitation cancel": ["admin invitation list $"],
    "minutes draft": ["admin minutes text $", "admin minutes circulate $"],
    "minutes write": ["admin minutes text $", "admin minutes circulate $"],
    "minutes restore": ["admin minutes text $", "admin minutes circulate $"],
    "minutes circulate": ["admin minutes show $", "admin minutes approve $"],
    "minutes comment": ["admin minutes show $"],
    "minutes approve": ["admin minutes text $", "admin meeting outcome $"],
    "minutes correct": ["admin minutes text $"],
    "deliberation record": ["admin explain $", "admin deliberation list"],
    "deliberation choose": ["admin explain $", "admin deliberation show $"],
    "deliberation defer": ["admin deliberation list"],
    "deliberation annul": ["admin deliberation show $", "admin deliberation record --help"],
    "deliberation amend": ["admin deliberation show $"],
    "deliberation repeal": ["admin deliberation show $"],
    "motion put": ["admin motion show $", "admin motion move $ --help"],
    "motion support": ["admin motion show $"],
    "motion move": ["admin motion show $", "admin deliberation record --help"],
    "motion amend": ["admin amendment list $", "admin motion text $"],
    "motion withdraw": ["admin motion list"],
    "election open": ["admin election show $", "admin election nominate $ --help"],
    "election nominate": ["admin candidate list $", "admin election accept $ --help"],
    "election accept": ["admin candidate list $", "admin election vote $ --help"],
    "election withdraw": ["admin candidate list $"],
    "election vote": ["admin explain $", "admin candidate list $", "admin board elect --help"],
    "election annul": ["admin candidate list $", "admin election vote $ --help"],
    "election close": ["admin election show $", "admin board elect --help"],
    "procedure open": ["admin procedure show $", "admin procedure notify $ --help"],
    "procedure notify": ["admin procedure show $"],
    "procedure consent": ["admin procedure show $"],
    "procedure answer": ["admin procedure show $"],
    "procedure object": ["admin procedure show $", "admin explain $"],
    "procedure retract": ["admin procedure show $", "admin explain $"],
    "procedure extend": ["admin procedure show $"],
    "procedure withdraw": ["admin procedure list"],
    "procedure close": ["admin explain $", "admin deliberation list"],
    "procedure publish": ["admin procedure show $"],
    "programme draft": ["admin programme show $", "admin programme add $ --help"],
    "programme adopt": ["admin programme show $"],
    "programme withdraw": ["admin programme list", "admin programme draft --help"],
    "programme amend": ["admin programme show $", "admin programme compare --help"],
    "objective add": ["admin objective list", "admin programme add $ --help"],
    "deliverable add": ["admin deliverable list"],
    "deliverable publish": ["admin deliverable list"],
    "action assign": ["admin action show $", "admin action list --overdue"],
    "action report": ["admin action show $"],
    "action extend": ["admin action show $"],
    "action close": ["admin action show $", "admin action list --overdue"],
    "programme add": ["admin action list"],
    "programme report": ["admin action list"],
    "programme close": ["admin action list"],
    "subgroup add": ["admin subgroup show $", "admin subgroup coordinate $ --help"],
    "subgroup amend": ["admin rules effective --subgroup $", "admin subgroup show $"],
    "subgroup join": ["admin subgroup show $", "admin meeting plan $ --help"],
    "subgroup leave": ["admin subgroup show $"],
    "subgroup coordinate": ["admin subgroup show $"],
    "subgroup report": ["admin subgroup show $"],
    "subgroup end": ["admin subgroup list"],
    "key add": ["admin key show $", "admin checkpoint publish"],
    "key rotate": ["admin key list", "admin checkpoint publish"],
    "key end": ["admin key list"],
    "parameter set": ["admin parameter show $"],
    "guard waive": ["admin waiver show $", "admin guard list"],
    "role assign": ["admin role show $"],
    "role end": ["admin role show $"],
    "event register": ["admin event list $"],
    "event correct": ["admin timeline list"],
  ]

  /// - Parameters:
  ///   - answer: What became of the act; nothing follows a refusal.
  ///   - folder: The network that the line named with `-C`, which the next lines name too; nil for none.
  /// - Returns: Lines that a shell takes as they are.
  static func lines(after answer: Answer, in folder: String? = nil) -> [String] {
    guard let subject = answer.events.first?.subject, answer.verdict != .refused else { return [] }
    let isAsked = answer.events.first?.type == "approval.asked"
    let lines = isAsked ? ["admin approval show $", "admin approval list"] : table[answer.act]
    return (lines ?? []).map { line in
      line.split(separator: "$", omittingEmptySubsequences: false)
        .joined(separator: ShellWord.quoted(subject))
    }.map { folder.map($0.naming) ?? $0 }
  }
}

extension String {
  /// A line that begins with `admin`, with the folder of the network after it.
  fileprivate func naming(_ folder: String) -> String {
    "admin -C \(ShellWord.quoted(folder))" + dropFirst("admin".count)
  }
}
