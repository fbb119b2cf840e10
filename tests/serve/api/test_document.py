"""The API against its own document, with inputs that are made up."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance
from tests.serve.api.desk import client, served

CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with served(tmp_path_factory.mktemp("api")) as made:
        yield made


@pytest.fixture(scope="module")
def described(desk):
    app, tokens = desk
    return schemathesis.openapi.from_asgi(
        "/api/openapi.json", app, headers={"Authorization": f"Bearer {tokens['Rosa']}"}
    )


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_input_is_answered_as_the_document_says(case, desk):
    case.call_and_validate(headers={"Authorization": f"Bearer {desk[1]['Rosa']}"}, checks=CHECKS)


def test_the_document_is_valid_and_every_operation_has_its_own_name(desk):
    app, tokens = desk
    found = client(app, tokens["Luis"]).get("/api/openapi.json").json()
    names = [each["operationId"] for path in found["paths"].values() for each in path.values()]
    assert len(names) == len(set(names)) > 15
    for each in found["components"]["schemas"].values():
        Draft202012Validator.check_schema(each)
