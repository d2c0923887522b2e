/// Who asks for an act, as `--as` names it: `H-3/secretariat`, or one name alone.
///
/// Nobody is asked to prove it; what the rules grant is held to the name that was given.
package struct Actor: Hashable, Sendable {
  /// A person, a member, or the name of an office or a role.
  package let who: String
  /// The role in which it acts; nil where one name stands alone.
  package let role: String?

  /// A text without a stroke, or with nothing on one side of it, is one name.
  package init(_ text: String) {
    let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let isPair = sides.count == 2 && !sides[0].isEmpty && !sides[1].isEmpty
    who = isPair ? String(sides[0]) : text
    role = isPair ? String(sides[1]) : nil
  }

  /// What rules that name roles look for: the role, else the name.
  package var name: String { role ?? who }
}
