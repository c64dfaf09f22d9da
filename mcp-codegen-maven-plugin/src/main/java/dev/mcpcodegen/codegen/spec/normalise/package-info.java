/**
 * The vendor's document, of whatever version and soundness, as one well-formed OpenAPI 3 tree: conversion of Swagger 2.0, several
 * documents to one, paths and parameters that a request can be made of.
 *
 * <p>Reads no file, follows no reference to another document and knows nothing of tools.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.normalise;

import org.jspecify.annotations.NullMarked;
