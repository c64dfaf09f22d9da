package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.RequestModel.ConstantModel;
import java.util.List;

/** What callers pass, and what is sent without their doing. */
record FlatArguments(List<ArgumentModel> arguments, List<ConstantModel> constants) {}
