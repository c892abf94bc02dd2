package org.mingqu.platform.rights;

/// What can be done with a request of a data subject.
enum RequestStep {
    ACCEPT,
    EXTEND,
    GRANT,
    FETCH,
    UPHOLD,
    CORRECT,
    ANSWER,
    REFUSE,
    WITHDRAW
}
