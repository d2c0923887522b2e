extension FormatKeys {
  /// The keys of those who attend over a link, of speaking times, and of what each class sees.
  static let rooms = """
    governance.bodies.*.remote | object | Whether those who attend over a link count as those in the room do.
    governance.bodies.*.remote.quorum | bool | Whether they count for the quorum.
    governance.bodies.*.remote.vote | bool | Whether they vote.
    governance.bodies.*.remote.source | source | Where this comes from.
    governance.bodies.*.remote.id | text | What decisions cite.
    governance.series.*.speaking | object | How long and how often each delegation speaks on one item.
    governance.series.*.speaking.minutes | int? | The minutes of all its turns together; no limit when it is missing.
    governance.series.*.speaking.times | int? | How many turns it has; no limit when it is missing.
    governance.series.*.speaking.recorded | bool | Whether the minutes of a meeting say who spoke; they do not when it is missing.
    governance.series.*.speaking.source | source | Where this comes from.
    governance.series.*.speaking.id | text | What decisions cite.
    governance.visibility | object | What readers see of persons and agendas, by class; guest is who belongs to none.
    governance.visibility.name | list text | Who sees the names of persons.
    governance.visibility.email | list text | Who sees their e-mail addresses.
    governance.visibility.phone | list text | Who sees their telephone numbers.
    governance.visibility.languages | list text | Who sees their languages.
    governance.visibility.specialities | list text | Who sees their specialities.
    governance.visibility.restricted | list text | Who sees restricted items of an agenda.
    governance.visibility.closed | list text | Who sees closed items of an agenda.
    governance.visibility.source | source | Where this comes from.
    governance.visibility.id | text | What decisions cite.

    """
}
