package org.mingqu.enclave.model;

/// A column of the question that a model is made from.
///
/// @param categorical whether it names something, and is no number
public record ModelColumn(String name, boolean categorical) {}
