"""Prints an account as the AWS CLI would: botocore's own answers, all pages, dates in ISO 8601. Usage: export.py DIR REGION... (endpoint and credentials from the environment)."""
import base64
import datetime
import json
import os
import sys

import botocore.session


def plain(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(type(value))


session = botocore.session.get_session()
folder, regions = sys.argv[1], sys.argv[2:]


def write(name, documents):
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        for document in documents:
            document.pop("ResponseMetadata", None)
            json.dump(document, file, default=plain)
            file.write("\n")


def pages(client, operation, **parameters):
    return client.get_paginator(operation).paginate(**parameters).build_full_result()


iam = session.create_client("iam", region_name=regions[0])
details = pages(iam, "get_account_authorization_details")
write("authorization-details", [details])
while iam.generate_credential_report()["State"] != "COMPLETE":
    pass
report = iam.get_credential_report()
report["Content"] = base64.b64encode(report["Content"]).decode()
write("credential-report", [report])
write("access-keys", [pages(iam, "list_access_keys", UserName=user["UserName"]) for user in details["UserDetailList"]])
write("resources", [pages(session.create_client("resourcegroupstaggingapi", region_name=region), "get_resources") for region in regions])

organizations = session.create_client("organizations", region_name=regions[0])
roots = pages(organizations, "list_roots")
documents = [organizations.describe_organization(), roots]


def below(parent):
    for kind in ("ACCOUNT", "ORGANIZATIONAL_UNIT"):
        children = pages(organizations, "list_children", ParentId=parent, ChildType=kind)
        documents.append({**children, "ParentId": parent})
        if kind == "ORGANIZATIONAL_UNIT":
            for unit in children["Children"]:
                below(unit["Id"])


for root in roots["Roots"]:
    below(root["Id"])
for policy in pages(organizations, "list_policies", Filter="SERVICE_CONTROL_POLICY")["Policies"]:
    documents.append({"Policies": [policy]})
    documents.append(organizations.describe_policy(PolicyId=policy["Id"]))
    documents.append({**pages(organizations, "list_targets_for_policy", PolicyId=policy["Id"]), "PolicyId": policy["Id"]})
write("organization", documents)
