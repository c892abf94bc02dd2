package org.mingqu.platform.procedures;

/// One line of a procedure that nobody takes: what time alone does to a case.
public record Lapse<S extends Enum<S>, T extends Enum<T>>(S from, T step, S to, String article) {}
