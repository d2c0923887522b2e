/// The keys below `governance` for which no guard can stand, and why.
///
/// Source: docs/plugin-format.md, "Keys as guards".
package enum UnguardedKeys {
  /// Why a key has no guard; the raw value is part of a key of the catalogues.
  package enum Reason: String, CaseIterable, Sendable {
    /// It is shown and stands against no act.
    case shown
    /// The program works the value out itself, so that no act can give another one.
    case computed
    /// It asks for something that expressions do not see.
    case unseen
    /// The form of the act lets nothing else through.
    case form
  }

  /// `reason: patterns`; `*` is any name.
  private static let table = """
    shown: seats.*.min seats.*.by seats.*.directory bodies.*.rotation.chair_period series.*.at_least
    shown: series.*.per series.*.notice.documents outputs.*.per outputs.*.per.series outputs.*.per.period
    shown: bodies.*.quorum.second_call.quorum
    shown: reminders.*.before reminders.*.after reminders.*.every sender
    shown: outputs.*.within membership.institutions membership.institutions.*
    computed: seats.*.remainder seats.*.holdover bodies.*.composition series.*.body outputs.*.numbering
    computed: bodies.*.rotation.groups series.*.minutes.comments
    unseen: series.*.agenda.matter series.*.invitations.seats.* series.*.invitations.total
    unseen: series.*.invitations.until series.*.invitations.late
    unseen: bodies.*.coordinator.named_by bodies.*.elected.by programme.by programme.matter subgroups.by
    unseen: bodies.*.elected.matter bodies.*.quorum.counted
    computed: bodies.*.decides.*.choice bodies.*.elected.ballot.next bodies.*.elected.ballot.tie
    computed: bodies.*.elected.ballot.quotas.*.members bodies.*.elected.ballot.quotas.*.min
    computed: bodies.*.elected.ballot.quotas.*.max
    unseen: subgroups.matter admission.by admission.matter admission.opinion
    unseen: subgroups.terms.inherits subgroups.terms.may_set
    computed: subgroups.terms.chair_term subgroups.ends_after
    unseen: referrals.to referrals.to.* referrals.decided
    form: bodies.*.elected.one_per_member
    computed: procedures.*.kind procedures.*.body
    computed: bodies.*.proxies.quorum bodies.*.weights.members bodies.*.weights.members.*
    computed: bodies.*.remote.quorum
    shown: series.*.speaking.recorded visibility.name visibility.email visibility.phone visibility.languages
    shown: visibility.specialities visibility.restricted visibility.closed
    computed: bodies.*.decides.*.second_vote bodies.*.weights.classes bodies.*.weights.classes.*
    unseen: procedures.*.broken.who procedures.*.broken.then procedures.*.broken.resumes
    computed: motions.first motions.states.*.final motions.transitions.*.on
    unseen: motions.states.*.amendable
    """

  package static let patterns: [(pattern: String, reason: Reason)] =
    table.split(separator: "\n").flatMap { line -> [(pattern: String, reason: Reason)] in
      let words = line.split(separator: " ").map { String($0) }
      guard let reason = words.first.flatMap({ Reason(rawValue: String($0.dropLast())) }) else {
        return []
      }
      return words.dropFirst().map { ($0, reason) }
    }

  /// Why the key at a path below `governance` has no guard; nil for one that has, and for a whole rule.
  package static func reason(for path: String) -> Reason? {
    patterns.first { KeyPattern($0.pattern).matches(path) }?.reason
  }
}

/// A path with `*` for any name.
struct KeyPattern {
  private let parts: [Substring]

  init(_ text: String) { parts = Self.parts(of: text) }

  private static func parts(of path: String) -> [Substring] {
    path.split(separator: ".", omittingEmptySubsequences: false)
  }

  func matches(_ path: String) -> Bool {
    let names = Self.parts(of: path)
    return names.count == parts.count && zip(names, parts).allSatisfy { $1 == "*" || $0 == $1 }
  }
}
