/**
 * What keeps a program from going on and the operator can mend: its message is a sentence for them, with what to do.
 * `cause` is what it comes from, where that is an error or a code.
 */
export class OperatorProblem extends Error {}
