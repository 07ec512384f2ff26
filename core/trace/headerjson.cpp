#include "trace/headerjson.h"

#include <nlohmann/json.hpp>

namespace unwind::trace {
namespace {

using nlohmann::json;

json filesToJson(const Header& header) {
    json files = json::array();
    for (const SourceFile& file : header.files) {
        files.push_back({{"path", file.path}, {"text", file.text}, {"std", file.isStd}});
    }
    return files;
}

json functionsToJson(const Header& header) {
    json functions = json::array();
    for (const FunctionInfo& f : header.functions) {
        functions.push_back({f.name, packPos(f.pos), f.isStd, f.isWrapper});
    }
    return functions;
}

Header read(const json& j) {
    Header header;
    header.version = j.at("version").get<uint32_t>();
    header.program = j.at("program").get<std::string>();
    header.profile = j.at("profile").get<std::string>();
    header.rules = j.at("rules").get<std::vector<std::string>>();
    header.seed = j.at("seed").get<uint64_t>();
    header.procs = j.at("procs").get<int>();
    header.args = j.at("args").get<std::vector<std::string>>();
    header.signals = j.value("signals", std::vector<std::string>{});
    header.detail = Detail(j.at("detail").get<uint8_t>());
    for (const json& f : j.at("files")) {
        header.files.push_back(
            {f.at("path").get<std::string>(), f.at("text").get<std::string>(), f.at("std").get<bool>()});
    }
    for (const json& f : j.at("functions")) {
        header.functions.push_back(
            {f.at(0).get<std::string>(), unpackPos(f.at(1).get<uint64_t>()), f.at(2).get<bool>(), f.at(3).get<bool>()});
    }
    return header;
}

} // namespace

std::string toJson(const Header& header) {
    const json j = {{"version", header.version},    {"program", header.program},
                    {"profile", header.profile},    {"rules", header.rules},
                    {"seed", header.seed},          {"procs", header.procs},
                    {"args", header.args},          {"signals", header.signals},
                    {"detail", uint8_t(header.detail)},
                    {"files", filesToJson(header)}, {"functions", functionsToJson(header)}};
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Header> headerFromJson(std::string_view text) {
    const json j = json::parse(text, nullptr, false);
    if (!j.is_object())
        return Error{"its header is not readable"};
    try {
        return read(j);
    } catch (const json::exception&) {
        return Error{"its header lacks a field"};
    }
}

} // namespace unwind::trace
