extension FormatKeys {
  /// The keys of elections by candidates and rounds, and of choices among several options.
  static let elections = """
    governance.bodies.*.decides.*.choice | choice plurality majority ranking | How one of several options is chosen; without it nobody chooses among several.
    governance.bodies.*.elected.matter | text | The kind of matter on which a deliberation elects.
    governance.bodies.*.elected.ballot | object | How candidates are voted on, round by round.
    governance.bodies.*.elected.ballot.more_than | fraction? | Who is named on more than this fraction is elected.
    governance.bodies.*.elected.ballot.at_least | fraction? | Who is named on at least this fraction is elected.
    governance.bodies.*.elected.ballot.of | choice all_members present votes_cast | What the fraction is taken of.
    governance.bodies.*.elected.ballot.abstentions | choice counted ignored | What abstentions do.
    governance.bodies.*.elected.ballot.relative_after | int? | After so many rounds the most votes elect; without it every round asks for the majority.
    governance.bodies.*.elected.ballot.rounds | int? | The most rounds of one election; what is not filled then stays vacant.
    governance.bodies.*.elected.ballot.marks | int? | The most names on one ballot; as many as there are seats left when it is missing.
    governance.bodies.*.elected.ballot.next | choice all double without_last | Who goes on to the next round; all when it is missing.
    governance.bodies.*.elected.ballot.tie | choice rejected chair_decides second_round lot | What a tie does.
    governance.bodies.*.elected.ballot.contested | bool | Whether a vote is only held when there are more candidates than seats.
    governance.bodies.*.elected.ballot.open | bool | Whether it may be recorded who voted for whom.
    governance.bodies.*.elected.ballot.quotas | object | Groups of members that have a least or a greatest number of the seats.
    governance.bodies.*.elected.ballot.quotas.* | object | A group of members, such as those of a region; a member stands in one group.
    governance.bodies.*.elected.ballot.quotas.*.members | list text | Codes of members.
    governance.bodies.*.elected.ballot.quotas.*.min | int? | The fewest seats of the group, as far as its members stand.
    governance.bodies.*.elected.ballot.quotas.*.max | int? | The most seats of the group.
    governance.bodies.*.elected.ballot.quotas.*.source | source | Where this comes from.
    governance.bodies.*.elected.ballot.quotas.*.id | text | What decisions cite.
    governance.bodies.*.elected.ballot.source | source | Where this comes from.
    governance.bodies.*.elected.ballot.id | text | What decisions cite.

    """
}
