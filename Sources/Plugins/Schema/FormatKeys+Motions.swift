extension FormatKeys {
  /// The keys of the cycle of motions.
  static let motions = """
    governance.motions | object | How a motion goes from its first state to its end.
    governance.motions.first | text | The state of a motion that was just put.
    governance.motions.source | source | Where this comes from.
    governance.motions.id | text | What decisions cite.
    governance.motions.states | object | The states that a motion may have, at most 50.
    governance.motions.states.* | object | A state of a motion.
    governance.motions.states.*.title | local | What the state is called, by language.
    governance.motions.states.*.final | bool | Whether nothing follows; false when it is missing.
    governance.motions.states.*.amendable | bool | Whether amendments may be put; false when it is missing.
    governance.motions.transitions | object | The ways from state to state, at most 200.
    governance.motions.transitions.* | object | A way from one or more states to another one.
    governance.motions.transitions.*.from | list text | The states from which it leads.
    governance.motions.transitions.*.to | text | The state to which it leads.
    governance.motions.transitions.*.on | choice move withdrawal adoption rejection | Which act takes it.
    governance.motions.transitions.*.by | list text | The roles that may take it; everybody who records when it is missing.
    governance.motions.transitions.*.supporters | int? | How many other members must support the motion before.
    governance.motions.transitions.*.source | source | Where this comes from.
    governance.motions.transitions.*.id | text | What decisions cite.

    """
}
