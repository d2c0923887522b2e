internal import Values

extension MutationOperator {
  typealias Changes = @Sendable (MutationSite, String) -> [MutationSite.Change]

  /// Every operator.
  static let all: [MutationOperator] =
    majorities + meetings + seats + bodies + programmes + procedures + motions + secondCalls
    + quorumSteps + subgroupTerms + referrals + elections + guards + calendar

  private static let majorities: [MutationOperator] =
    ["bodies.*.quorum", "bodies.*.decides.*", "bodies.*.decides.*.shares"].flatMap { pattern in
      [("more_than", "at_least"), ("at_least", "more_than")].flatMap { key, other in
        [
          MutationOperator("fraction", pattern, key, otherFractions),
          MutationOperator("strictness", pattern, key) { site, key in
            site.has(key) ? [site.renaming(key, to: other)] : []
          },
        ]
      }
    } + [
      MutationOperator("base", "bodies.*.decides.*", "of") { site, key in
        site.has("only") ? [] : others(DecisionRule.Base.allCases.map(\.rawValue))(site, key)
      },
      MutationOperator(
        "abstentions", "bodies.*.decides.*", "abstentions",
        others(DecisionRule.Abstentions.allCases.map(\.rawValue))),
      MutationOperator(
        "tie", "bodies.*.decides.*", "tie",
        others([DecisionRule.Tie.rejected, .chairDecides].map(\.rawValue))),
      MutationOperator(
        "second vote", "bodies.*.decides.*", "second_vote",
        others(VoteTerms.SecondVote.allCases.map(\.rawValue))),
      MutationOperator("shares", "bodies.*.decides.*", "shares", without),
      MutationOperator(
        "base", "bodies.*.decides.*.shares", "of",
        others(DecisionRule.Base.allCases.map(\.rawValue))),
      MutationOperator(
        "recusal", "bodies.*.decides.*", "recused",
        others(VoteTerms.Recusal.allCases.map(\.rawValue))),
      MutationOperator("consensus", "bodies.*.decides.*", "first") { site, key in
        if site.has("only") { return [] }
        return [site.has(key) ? site.removing(key) : site.setting(key, to: "consensus")]
      },
      MutationOperator("consensus", "bodies.*.decides.*", "only", voteInstead),
      MutationOperator("matter", "bodies.*", "decides", withoutEachMatter),
      MutationOperator("number", "bodies.*.quorum", "members", otherNumbers),
      MutationOperator("quorum", "bodies.*", "quorum", without),
      MutationOperator("class", "bodies.*.chair", "classes") { site, key in
        flipped(site.names.classes, site, key)
      },
      MutationOperator("chair", "bodies.*", "chair", without),
    ]

  private static let meetings: [MutationOperator] = [
    MutationOperator("period", "series.*.notice", "period", otherPeriods),
    MutationOperator("period", "series.*.notice", "urgent", otherPeriods),
    MutationOperator("urgency", "series.*.notice", "urgent", without),
    MutationOperator("notice", "series.*", "notice", without),
    MutationOperator("period", "series.*.agenda", "freeze", otherPeriods),
    MutationOperator(
      "late", "series.*.agenda", "late", others(AgendaRule.Late.allCases.map(\.rawValue))),
    MutationOperator("agenda", "series.*", "agenda", without),
    MutationOperator("period", "series.*.minutes", "comments", otherPeriods),
    MutationOperator(
      "approval", "series.*.minutes", "approval",
      others(MinutesRule.Approval.allCases.map(\.rawValue))),
    MutationOperator("minutes", "series.*", "minutes", without),
    MutationOperator("number", "series.*.speaking", "minutes", otherNumbers),
    MutationOperator("number", "series.*.speaking", "times", otherNumbers),
    MutationOperator("speaking", "series.*", "speaking", without),
    MutationOperator("period", "outputs.*", "within", otherPeriods),
    MutationOperator("deadline", "outputs.*", "within", without),
    MutationOperator(
      "numbering", "outputs.*", "numbering", others(OutputRule.Numbering.allCases.map(\.rawValue))),
  ]

  private static let seats: [MutationOperator] = [
    MutationOperator("body", "admission", "opinion", otherBodies),
    MutationOperator("freedom", "admission", "opinion", without),
    MutationOperator("right", "membership.classes.*", "may", otherRights),
    MutationOperator("class", "seats.*", "classes") { site, key in
      flipped(site.names.classes, site, key)
    },
    MutationOperator("number", "seats.*", "max", otherNumbers),
    MutationOperator("limit", "seats.*", "max", without),
    MutationOperator("period", "seats.*", "term", otherPeriods),
    MutationOperator("term", "seats.*", "term", without),
    MutationOperator("number", "seats.*", "alternates", otherNumbers),
    MutationOperator("limit", "seats.*", "alternates", without),
    MutationOperator("remainder", "seats.*", "remainder", others(["true", "false"])),
  ]

  private static let bodies: [MutationOperator] = [
    MutationOperator("proxies", "bodies.*", "proxies", without),
    MutationOperator("number", "bodies.*.proxies", "per_holder", otherNumbers),
    MutationOperator("presence", "bodies.*.proxies", "quorum", others(["true", "false"])),
    MutationOperator("period", "bodies.*.proxies", "longest", otherPeriods),
    MutationOperator("limit", "bodies.*.proxies", "longest", without),
    MutationOperator("remote", "bodies.*", "remote", without),
    MutationOperator("presence", "bodies.*.remote", "quorum", others(["true", "false"])),
    MutationOperator("vote", "bodies.*.remote", "vote", others(["true", "false"])),
    MutationOperator("number", "bodies.*.elected", "min", otherNumbers),
    MutationOperator("number", "bodies.*.elected", "max", otherNumbers),
    MutationOperator("number", "bodies.*.elected", "leaving", otherNumbers),
    MutationOperator("limit", "bodies.*.elected", "leaving", without),
    MutationOperator("body", "bodies.*.elected", "by", otherBodies),
    MutationOperator("period", "bodies.*.elected", "term", otherPeriods),
    MutationOperator("term", "bodies.*.elected", "term", without),
    MutationOperator("body", "bodies.*.coordinator", "named_by", otherBodies),
    MutationOperator("freedom", "bodies.*.coordinator", "named_by", without),
    MutationOperator("period", "bodies.*.coordinator", "term", otherPeriods),
    MutationOperator("term", "bodies.*.coordinator", "term", without),
    MutationOperator("rotation", "bodies.*.rotation", "groups", otherGroups),
  ]

  private static let programmes: [MutationOperator] = ["programme", "subgroups", "admission"]
    .flatMap { part in
      [
        MutationOperator("body", part, "by", otherBodies),
        MutationOperator("matter", part, "matter") { site, key in
          others(site.names.matters[site.text("by") ?? ""] ?? [])(site, key)
        },
        MutationOperator("period", part, "length", otherPeriods),
        MutationOperator("period", part, "longest", otherPeriods),
        MutationOperator("limit", part, "longest", without),
      ]
    }

  private static let procedures: [MutationOperator] =
    [
      MutationOperator("matter", "procedures.*", "not_for", without),
      MutationOperator("consent", "procedures.*", "consent", without),
      MutationOperator("answers", "procedures.*", "answers", without),
      MutationOperator("period", "procedures.*.period", "days", otherNumbers),
      MutationOperator("period", "procedures.*.period", "working_days", otherNumbers),
      MutationOperator("period", "procedures.*.period", "urgent", otherNumbers),
      MutationOperator("urgency", "procedures.*.period", "urgent", without),
      MutationOperator(
        "start", "procedures.*.period", "starts",
        others(ProcedurePeriod.Start.allCases.map(\.rawValue))),
      MutationOperator("number", "procedures.*.broken", "count", otherNumbers),
      MutationOperator("means", "procedures.*.broken", "by") { site, key in
        flipped(BreakingRule.Means.allCases.map(\.rawValue), site, key)
      },
      MutationOperator(
        "consequence", "procedures.*.broken", "then",
        others(BreakingRule.Consequence.allCases.map(\.rawValue))),
      MutationOperator("resumption", "procedures.*.broken", "resumes", others(["true", "false"])),
    ]
    + ["consent", "answers"].flatMap { part in
      ["more_than", "at_least"].map { key in
        MutationOperator("fraction", "procedures.*.\(part)", key, otherFractions)
      }
    }

  private static let guards: [MutationOperator] =
    ["when", "require"].flatMap { key in
      ExpressionChange.Kind.allCases.map { kind in
        MutationOperator(kind.rawValue, "guards.*", key) { site, key in
          otherExpressions(site, key, kind)
        }
      }
    } + [
      MutationOperator("condition", "guards.*", "when", without),
      MutationOperator("severity", "guards.*", "severity") { site, key in
        [site.setting(key, to: site.text(key) ?? "deny" == "deny" ? "warn" : "deny")]
      },
    ]

  private static let calendar: [MutationOperator] = ["weekend", "holidays"].map { key in
    MutationOperator("calendar", "calendar", key, without)
  }

  // MARK: - Changes

  /// The expression with one node changed, as it is then written.
  private static func otherExpressions(
    _ site: MutationSite, _ key: String, _ kind: ExpressionChange.Kind
  ) -> [MutationSite.Change] {
    guard let text = site.text(key), let read = try? CEL.Parser.parse(text) else { return [] }
    return read.changes.filter { $0.kind == kind }.map { site.setting(key, to: $0.expression.text) }
  }

  /// Each of the words that does not stand there.
  static func others(_ words: [String]) -> Changes {
    { site, key in
      guard let found = site.text(key) else { return [] }
      return words.filter { $0 != found }.map { site.setting(key, to: $0) }
    }
  }

  static let otherBodies: Changes = { site, key in
    others(site.names.bodies)(site, key)
  }

  static let without: Changes = { site, key in
    site.has(key) ? [site.removing(key)] : []
  }

  /// The fractions in use next to the one that stands there, one more and one less.
  static let otherFractions: Changes = { site, key in
    guard let found = site.text(key).flatMap({ Fraction($0) }) else { return [] }
    return found.neighbours.map { site.setting(key, to: $0.description) }
  }

  /// A day more and a day less; a month, where the period counts no days.
  static let otherPeriods: Changes = { site, key in
    guard let found = site.text(key).flatMap({ Period($0) }) else { return [] }
    return found.neighbours.map { site.setting(key, to: $0.description) }
  }

  static let otherNumbers: Changes = { site, key in
    guard let found = site.text(key).flatMap({ Int($0) }) else { return [] }
    return [found + 1, found - 1].filter { $0 > 0 }.map { site.setting(key, to: String($0)) }
  }

  /// Each right that an act asks about, taken away where it is there and given where it is not.
  private static let otherRights: Changes = { site, key in
    let asked: [MemberClass.Right] =
      site.names.hasElection ? [.attend, .vote, .stand] : [.attend, .vote]
    return flipped(asked.map(\.rawValue), site, key)
  }

  static func flipped(_ words: [String], _ site: MutationSite, _ key: String)
    -> [MutationSite.Change]
  {
    let found = site.texts(key)
    return words.map { word in
      site.setting(key, to: found.contains(word) ? found.filter { $0 != word } : found + [word])
    }
  }

  /// A vote where only consensus was allowed.
  private static let voteInstead: Changes = { site, key in
    guard site.has(key) else { return [] }
    var entries = site.entries.filter { $0.name != key && $0.name != "of" }
    for (name, text) in [
      ("first", "consensus"), ("more_than", "1/2"), ("of", "all_members"),
      ("abstentions", "counted"), ("tie", "rejected"),
    ] { entries.append(Entry(name, value: Node(.scalar(Scalar(text, .quoted))))) }
    return [MutationSite.Change(entries: entries, to: "first: consensus")]
  }

  /// Without each matter, which then goes by the default.
  private static let withoutEachMatter: Changes = { site, key in
    guard case .mapping(let matters) = site.node(key)?.kind else { return [] }
    return matters.filter { $0.name != DecisionRule.fallback }.map { matter in
      let rest = Node(
        .mapping(matters.filter { $0.name != matter.name }), at: site.node(key)?.place)
      let entries = site.entries.map { entry in
        entry.name == key ? Entry(key, at: entry.place, value: rest) : entry
      }
      return MutationSite.Change(entries: entries, to: "decides without \(matter.name)")
    }
  }

  /// Each group of a rotation a day shorter, and without its first member.
  private static let otherGroups: Changes = { site, key in
    guard let groups = site.node(key).flatMap({ try? $0.sequence() }) else { return [] }
    return groups.indices.flatMap { index in
      changed(groups[index]).map { group, words in
        var all = groups
        all[index] = group
        let value = Node(.sequence(all), at: site.node(key)?.place)
        let entries = site.entries.map { entry in
          entry.name == key ? Entry(key, at: entry.place, value: value) : entry
        }
        return MutationSite.Change(entries: entries, to: words)
      }
    }
  }

  private static func changed(_ group: Node) -> [(Node, String)] {
    guard case .mapping(let entries) = group.kind else { return [] }
    let site = MutationSite(
      path: [], entries: entries, place: group.place, names: MutationNames(group))
    let days = [("from", 1), ("until", -1)].compactMap { key, step in
      site.text(key).flatMap { Day($0) }.map { day in
        (site.setting(key, to: Day(number: day.number + step).description), key)
      }
    }
    let fewer = (site.setting("members", to: Array(site.texts("members").dropFirst())), "members")
    return (days + [fewer]).map { change, key in
      (Node(.mapping(change.entries), at: group.place), "\(key): \(change.to ?? "")")
    }
  }
}
