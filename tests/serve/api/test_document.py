"""The API against its own document, with inputs that are made up: such as fit, and such as do not."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance
from tests.serve.api.desk import client, served

from segun.serve.api.serving import OPERATIONS

CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]
EXAMPLES = 20


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with served(tmp_path_factory.mktemp("api")) as made:
        yield made


@pytest.fixture(scope="module")
def bearer(desk):
    return {"Authorization": f"Bearer {desk[1]['Rosa']}"}


@pytest.fixture(scope="module")
def described(desk, bearer):
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", desk[0], headers=bearer)
    found = [each.ok() for each in schema.get_all_operations()]
    return {each.definition.raw["operationId"]: each for each in found}


@pytest.fixture(scope="module")
def keys(desk, bearer):
    """What an address may name, so that inputs reach beyond what is not there."""
    script = client(desk[0], desk[1]["Rosa"])
    return {
        "claims": script.get("/api/claims").json()["items"][0]["key"],
        "reports": "ferry",
        "sources": script.get("/api/sources").json()["items"][0]["key"],
    }


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("name", [each.name for each in OPERATIONS if each.name != "readDocument"])
def test_every_input_is_answered_as_the_document_says(described, bearer, keys, name, mode):
    operation = described[name]
    kind = operation.path.split("/")[2]
    if mode is GenerationMode.NEGATIVE and not (operation.query or operation.path_parameters or operation.body):
        return  # it takes nothing that could be wrong

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case):
        case.call_and_validate(headers=bearer, checks=CHECKS)
        if kind in keys and "key" in (case.path_parameters or {}):
            case.path_parameters["key"] = keys[kind]
            case.call_and_validate(headers=bearer, checks=CHECKS)

    answered()


def test_the_document_is_valid_and_every_operation_has_its_own_name(desk):
    app, tokens = desk
    found = client(app, tokens["Luis"]).get("/api/openapi.json").json()
    names = [each["operationId"] for path in found["paths"].values() for each in path.values()]
    assert len(names) == len(set(names)) > 15
    for each in found["components"]["schemas"].values():
        Draft202012Validator.check_schema(each)
